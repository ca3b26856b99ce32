#!/bin/sh
# Adds Pathmark to the desktop's menu and to “Open with”, for this user alone. With --remove it is taken away.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
program="$(dirname "$here")/pathmark"
data="${XDG_DATA_HOME:-$HOME/.local/share}"
entry="$data/applications/pathmark.desktop"
kinds="$data/mime/packages/pathmark.xml"
# Where every desktop looks for pictures of programs (Icon Theme Specification).
icon="$data/icons/hicolor/scalable/apps/pathmark.svg"

refresh() {
  if command -v update-mime-database > /dev/null; then update-mime-database "$data/mime"; fi
  if command -v update-desktop-database > /dev/null; then update-desktop-database "$data/applications"; fi
}

if [ "${1:-}" = --remove ]; then
  rm -f "$entry" "$kinds" "$icon"
  if [ -d "$data/mime/packages" ] && [ -d "$data/applications" ]; then refresh; fi
  echo 'Pathmark was taken from the menu and from “Open with”.'
  exit 0
fi
case "$program" in
  *[\"\\\$%\&\|\`]*)
    echo "Pathmark cannot be added from here: the path $program holds a sign that menus cannot name. Move the folder, and try again." >&2
    exit 1
    ;;
esac
mkdir -p "$data/applications" "$data/mime/packages" "$(dirname "$icon")"
sed "s|@PROGRAM@|$program|" "$here/pathmark.desktop" > "$entry"
cp "$here/pathmark.xml" "$kinds"
cp "$here/pathmark.svg" "$icon"
refresh
echo 'Pathmark is in the menu and in “Open with”. Run this again when the folder has moved.'
