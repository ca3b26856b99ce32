import { css } from 'lit'

export const documentsGridStyles = css`
  :host {
    display: block;
    min-height: 0;
    container-type: inline-size;
    --columns: minmax(200px, 3.2fr) minmax(90px, 1.3fr) minmax(90px, 1.3fr) 52px 100px 100px 112px 58px 96px 30px;
  }
  .grid {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  /* As wide as the rows, whatever the scroll bar takes. */
  .headings {
    overflow: hidden;
    border-bottom: 1px solid var(--rule);
    background: var(--panel);
    scrollbar-gutter: stable;
  }
  .head,
  .list .row {
    display: grid;
    grid-template-columns: var(--columns);
    gap: var(--space-3);
    padding-inline: var(--space-5) var(--space-2);
  }
  .heading {
    min-width: 0;
  }
  .heading button {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-width: 100%;
    padding: 8px 0;
    border: 0;
    background: none;
    color: var(--ink-soft);
    font-size: var(--text-small);
    font-weight: 600;
    cursor: pointer;
  }
  .heading button span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .heading button:hover,
  .heading:not([aria-sort='none']) button {
    color: var(--ink);
  }
  .by-marks,
  .by-mechanisms {
    text-align: end;
  }
  .row {
    position: absolute;
    inset: 0 0 auto;
  }
  .list .row {
    height: 46px;
    align-items: center;
    contain: strict;
    border-bottom: 1px solid color-mix(in srgb, var(--rule) 70%, transparent);
    cursor: pointer;
  }
  .list .row:hover {
    background: color-mix(in srgb, var(--ink) 4%, transparent);
  }
  .list .row.is-open {
    box-shadow: inset 3px 0 var(--accent);
  }
  .list .row[aria-selected='true'],
  .card[aria-selected='true'] {
    background: var(--accent-soft);
  }
  .list .row:focus-visible,
  .card:focus-visible {
    z-index: 1;
    outline-offset: -2px;
  }
  .cell {
    min-width: 0;
    overflow: hidden;
    color: var(--ink-soft);
    font-size: 13px;
    font-variant-numeric: tabular-nums lining-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .cell.by-title {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--ink);
  }
  /* A text is cut at its end, which of one from right to left is on the left; it begins where the others do. */
  [dir] {
    text-align: match-parent;
  }
  .cell .title {
    min-width: 0;
    overflow: hidden;
    font: 600 15px / 1.3 var(--font-serif);
    text-overflow: ellipsis;
  }
  /* Tags have the smaller part of a column that has room for both; a tag that has none goes to a line that is not seen. */
  .by-title .tags {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 6px;
    max-width: 40%;
    height: 18px;
    overflow: hidden;
  }
  .tag {
    flex: none;
    max-width: min(110px, 100%);
    overflow: hidden;
    padding: 0 7px;
    border-radius: 9px;
    background: var(--sunken);
    color: var(--ink-soft);
    font-size: 11px;
    line-height: 18px;
    text-overflow: ellipsis;
  }
  .by-progress {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .track {
    display: block;
    flex: 1;
    height: 3px;
    border-radius: 2px;
    background: var(--sunken);
  }
  .track span {
    display: block;
    height: 100%;
    border-radius: 2px;
    background: var(--accent);
  }
  .by-progress .share {
    min-width: 34px;
    text-align: end;
  }
  .more {
    display: grid;
    width: 26px;
    height: 26px;
    place-items: center;
    border-radius: var(--radius-small);
    color: var(--ink-faint);
    cursor: pointer;
    opacity: 0;
  }
  .more:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  :is(.row, .card):is(:hover, :focus, [aria-selected='true']) > .more {
    opacity: 1;
  }

  .cards .scroll {
    background: var(--desk);
  }
  .cards .row {
    display: grid;
    gap: var(--space-3);
    height: 300px;
    padding: var(--space-3) var(--space-3) 0;
    contain: layout size;
  }
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 8px;
    max-width: 260px;
    padding: 8px;
    border-radius: var(--radius-large);
    cursor: pointer;
  }
  .card:hover {
    background: color-mix(in srgb, var(--ink) 6%, transparent);
  }
  .cover {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 8px;
    min-height: 0;
    overflow: hidden;
    padding: 14px 14px 12px 22px;
    border-radius: 3px 6px 6px 3px;
    background: linear-gradient(160deg, var(--paper) 35%, color-mix(in srgb, var(--line) 13%, var(--paper)));
    box-shadow:
      var(--shadow-low),
      0 0 0 1px var(--rule);
  }
  /* The spine, and the fold beside it. */
  .cover::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    width: 8px;
    background: var(--line);
    box-shadow: 3px 0 0 color-mix(in srgb, var(--line) 18%, transparent);
  }
  .look-0 {
    --line: var(--accent);
  }
  .look-1 {
    --line: var(--line-blue);
  }
  .look-2 {
    --line: var(--line-green);
  }
  .look-3 {
    --line: var(--line-purple);
  }
  .look-4 {
    --line: var(--line-orange);
  }
  .look-5 {
    --line: var(--line-pink);
  }
  .cover .picture {
    flex: none;
    align-self: stretch;
    width: calc(100% + 28px);
    height: 104px;
    margin: -14px -14px 0;
    border-bottom: 1px solid var(--rule);
    background: #fff;
    object-fit: cover;
    object-position: top;
  }
  .cover .picture.awaited {
    background: var(--desk);
  }
  .cover .picture.of-book {
    padding: 6px 0;
    background: var(--desk);
    object-fit: contain;
    object-position: center;
  }
  .cover .picture ~ .title {
    -webkit-line-clamp: 3;
  }
  .cover .picture[hidden] ~ .title {
    -webkit-line-clamp: 7;
  }
  .cover .from,
  .cover .by {
    overflow: hidden;
    color: var(--ink-soft);
    font-size: 11px;
    line-height: 1.35;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .cover .from {
    min-height: 15px;
    font-weight: 600;
    letter-spacing: 0.02em;
  }
  .cover .title {
    display: -webkit-box;
    flex: 0 1 auto;
    overflow: hidden;
    font: 600 16px / 1.28 var(--font-serif);
    text-wrap: pretty;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 7;
  }
  .cover .by {
    margin-top: auto;
  }
  .said {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .card .track {
    flex: none;
  }
  .facts {
    display: flex;
    gap: var(--space-3);
    min-height: 18px;
    color: var(--ink-soft);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .facts span {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .facts .share {
    margin-inline-end: auto;
  }
  .card > .more {
    position: absolute;
    inset: 14px 14px auto auto;
    background: var(--raised);
    box-shadow: var(--shadow-low);
  }
  .card.is-open .cover {
    box-shadow:
      var(--shadow-low),
      0 0 0 2px var(--accent);
  }

  /* What is read first is the title: the others make room before it is cut short. */
  @container (width < 1280px) {
    .list {
      --columns: minmax(240px, 3.2fr) minmax(90px, 1.2fr) minmax(90px, 1.2fr) 52px 100px 104px 58px 92px 30px;
    }
    .list .by-added {
      display: none;
    }
  }
  @container (width < 1080px) {
    .list {
      --columns: minmax(240px, 3.2fr) minmax(90px, 1.2fr) 52px 100px 104px 52px 92px 30px;
    }
    .list .by-publisher {
      display: none;
    }
  }
  @container (width < 900px) {
    .list {
      --columns: minmax(240px, 3.2fr) minmax(90px, 1fr) 52px 96px 52px 92px 30px;
    }
    .list .by-read {
      display: none;
    }
  }
  @container (width < 720px) {
    .list {
      --columns: minmax(0, 1fr) 52px 92px 30px;
    }
    .list :is(.by-authors, .by-marks, .by-mechanisms) {
      display: none;
    }
    .head,
    .list .row {
      padding-inline-start: var(--space-3);
    }
  }
  @container (width < 480px) or (720px <= width < 900px) {
    .list .by-title .tags {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .list .row[aria-selected='true'],
    .card[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`
