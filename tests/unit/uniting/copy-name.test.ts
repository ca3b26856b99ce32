import { expect, it } from 'vitest'
import { copiesAmong } from '#library/uniting/copy-name.ts'

const ORIGINALS = ['notes.json', 'notes.json.previous', 'notes.journal.jsonl', 'mechanisms.json', 'versions.json']

it.each([
  ['Dropbox', "notes (Anna's conflicted copy 2026-11-22).json", 'notes.json'],
  ['Dropbox, by a computer', "notes (anna-laptop's conflicted copy 2026-11-22).json", 'notes.json'],
  ['Dropbox in German', 'notes (In Konflikt stehende Kopie von Anna 2026-11-22).json', 'notes.json'],
  ['Dropbox in French', 'notes (Copie en conflit de Anna 2026-11-22).json', 'notes.json'],
  ['Dropbox in Japanese', 'notes (アンナの競合コピー 2026-11-22).json', 'notes.json'],
  ['Syncthing', 'notes.sync-conflict-20261122-101500-ABCDEFG.json', 'notes.json'],
  ['Nextcloud', 'notes (conflicted copy 2026-11-22 101500).json', 'notes.json'],
  ['ownCloud', 'notes_conflict-20261122-101500.json', 'notes.json'],
  ['OneDrive', 'notes-DESKTOP-AB12.json', 'notes.json'],
  ['iCloud', 'notes 2.json', 'notes.json'],
  ['Google Drive', 'mechanisms (1).json', 'mechanisms.json'],
  ['Seafile', 'notes (SFConflict anna@example.org 2026-11-22-10-15-00).json', 'notes.json'],
  ['Resilio', 'versions.Conflict.json', 'versions.json'],
  ['Synology', 'notes_DESKTOP_Nov-22-101500-2026_Conflict.json', 'notes.json'],
  ['Syncthing, of a journal', 'notes.journal.sync-conflict-20261122-101500-ABCDEFG.jsonl', 'notes.journal.jsonl'],
  ['iCloud, of a journal', 'notes.journal 2.jsonl', 'notes.journal.jsonl'],
  ['Dropbox, of the version before', "notes.json (Anna's conflicted copy 2026-11-22).previous", 'notes.json.previous'],
])('knows what %s makes', (_by, name, original) => {
  expect(copiesAmong([...ORIGINALS, name], ORIGINALS)).toEqual([{ name, original }])
})

it.each([
  'notes.begun.json',
  'notes.journal.jsonl',
  'notes.journal.jsonl.previous',
  'notes.json.3f2a8c01-0000-4000-8000-000000000000.tmp',
  'notes.json.damaged-2026-11-22T10-00-00Z',
  'notebook.json',
  'article.json',
  'notes.txt',
  'my notes.json',
])('takes %s for no copy', name => {
  expect(copiesAmong([name], ORIGINALS)).toEqual([])
})
