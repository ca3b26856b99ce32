import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import {
  BadgeCheck,
  BookOpenText,
  ClipboardList,
  ExternalLink,
  HeartPulse,
  Quote,
  Split,
  SquareDashed,
  TriangleAlert,
} from 'lucide'
import type { IconNode } from 'lucide'
import type { ArticleMetadata } from '#core/article/article.ts'
import type { Study } from '#core/mechanism/mechanism.ts'
import { icon } from '../../components/icon.ts'
import { shownMetadata } from '../../state/citation.ts'
import { openLink } from '../../components/markdown-text.ts'
import { opened } from '../../state/article.ts'
import { found } from '../../state/mechanisms.ts'
import { WatchingElement } from '../../state/watch.ts'
import { leadsTo } from '../mechanisms/lit-passages.ts'
import { scrollingPanelStyles } from '../mechanisms/scrolling-panel.styles.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { evidencePanelStyles } from './evidence-panel.styles.ts'
import './group-chart.ts'
import { groupSum } from './group-sum.ts'
import { outcomeLooks } from './outcome-look.ts'
import { studyDesignStyles } from './study-design.styles.ts'
import { studyDesign } from './study-design.ts'
import { studyGroupsStyles } from './study-groups.styles.ts'

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
/** A date as exact as the source gives it: a year or a month stays one. */
const dateInWords = (date: string): string =>
  /^\d{4}-\d{2}-\d{2}/.test(date) && !Number.isNaN(Date.parse(date)) ? day.format(new Date(date)) : date

/** The Evidence tab: the study that the article reports, each value leading to its passage, and what is not reported. */
@customElement('evidence-panel')
export class EvidencePanel extends WatchingElement {
  static override styles = [
    sidebarStyles,
    scrollingPanelStyles,
    evidencePanelStyles,
    studyDesignStyles,
    studyGroupsStyles,
  ]

  protected override render() {
    const article = opened.value
    if (article === null || found.value === null) return html`<div class="scroll"></div>`
    const { study } = found.value
    return html`<div class="scroll">
      ${study === null ? this.#none() : this.#study(study)}
      ${this.#source(shownMetadata.value ?? article.article.metadata)}
    </div>`
  }

  #none(): TemplateResult {
    const isUnread = found.value?.unread !== undefined
    return html`<div class="empty">
      ${icon(ClipboardList, 28)}
      <h3>${isUnread ? 'Studies are found in English only' : 'No study found here'}</h3>
      <p>
        ${
          isUnread
            ? 'This article is in another language, so Pathmark has not looked for what a study reports.'
            : 'Pathmark looks for a passage that reports who took part in a study and what came of it, and found none in this article. That is usual for reviews and background texts.'
        }
      </p>
    </div>`
  }

  #study(study: Study): TemplateResult {
    const { participants } = study
    return html`
      <section aria-labelledby="participants">
        <h2 id="participants" class="visually-hidden">Participants</h2>
        <button class="value participants" type="button" ${leadsTo([participants.passage])}>
          <span class="figure">${participants.count}</span>
          <span>
            <strong>${participants.count === 1 ? 'participant' : 'participants'}</strong>
            <q>${participants.passage.quote}</q>
          </span>
        </button>
      </section>
      ${studyDesign(study)} ${study.groups.length === 0 ? nothing : this.#groups(study)}
      ${
        study.outcomes.length === 0
          ? nothing
          : html`<section aria-labelledby="outcomes">
              <h2 id="outcomes">Outcomes</h2>
              <ul class="rows">
                ${study.outcomes.map(outcome => this.#outcome(outcome))}
              </ul>
            </section>`
      }
      ${
        study.adverseEvents.length === 0
          ? nothing
          : html`<section aria-labelledby="adverse">
              <h2 id="adverse">Adverse events</h2>
              <ul class="rows">
                ${study.adverseEvents.map(
                  event =>
                    html`<li>
                      <button class="value row" type="button" ${leadsTo([event.passage])}>
                        ${this.#sign(HeartPulse, 'warn')}<span>${event.text}</span>
                      </button>
                    </li>`,
                )}
              </ul>
            </section>`
      }
      ${
        study.notReported.length === 0
          ? nothing
          : html`<section aria-labelledby="not-reported">
              <h2 id="not-reported">Not reported</h2>
              <p class="faint">What a reader of a study would look for, and this text does not say.</p>
              <ul class="missing">
                ${study.notReported.map(item => html`<li>${icon(SquareDashed, 15)}<span>${item}</span></li>`)}
              </ul>
            </section>`
      }
    `
  }

  #groups(study: Study): TemplateResult {
    const sum = groupSum(study)
    return html`<section aria-labelledby="groups">
      <h2 id="groups">Groups</h2>
      <figure class="panel">
        <group-chart .groups=${study.groups}></group-chart>
        <table>
          <caption class="visually-hidden">
            Participants in each group
          </caption>
          <thead>
            <tr>
              <th scope="col">Group</th>
              <th scope="col">Participants</th>
            </tr>
          </thead>
          <tbody>
            ${study.groups.map(
              group =>
                html`<tr>
                  <th scope="row">
                    <button class="cell" type="button" ${leadsTo([group.passage])}>${group.label}</button>
                  </th>
                  <td>${group.count}</td>
                </tr>`,
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Sum</th>
              <td>${study.sum}</td>
            </tr>
          </tfoot>
        </table>
        ${
          sum === null
            ? nothing
            : html`<figcaption class="check ${sum.agrees ? 'agrees' : 'differs'}">
                ${icon(sum.agrees ? BadgeCheck : TriangleAlert, 17)}
                <span><span class="number">${sum.sum}</span>, ${sum.verdict}</span>
              </figcaption>`
        }
      </figure>
      ${
        study.otherReading === undefined
          ? nothing
          : html`<p class="aside">
              ${icon(Split, 16)}
              <span
                ><strong>The sentence can be read in another way.</strong>
                ${study.otherReading.text.replace(/[.\s]*$/, '.')}
                <span class="number">Sum: ${study.otherReading.sum}.</span></span
              >
            </p>`
      }
    </section>`
  }

  #outcome(outcome: Study['outcomes'][number]): TemplateResult {
    const look = outcomeLooks[outcome.direction]
    return html`<li>
      <button class="value row" type="button" ${leadsTo([outcome.passage])}>
        ${this.#sign(look.icon, look.tone)}
        <span>
          <span class="word ${look.tone}">${look.word}</span> ${outcome.text}
          ${outcome.interpretation === true ? html`<span class="interpretation">${icon(Quote, 12)}the source’s interpretation</span>` : nothing}
        </span>
      </button>
    </li>`
  }

  #sign(drawing: IconNode, tone: string): TemplateResult {
    return html`<span class="sign ${tone}">${icon(drawing, 14)}</span>`
  }

  #source(metadata: ArticleMetadata): TemplateResult {
    const { publisher, published, updated, address, authors, sourceNotes } = metadata
    const facts: readonly (readonly [string, string | undefined])[] = [
      ['Authors', authors.length === 0 ? undefined : authors.join(', ')],
      ['Publisher', publisher],
      ['Published', published === undefined ? undefined : dateInWords(published)],
      ['Updated', updated === undefined ? undefined : dateInWords(updated)],
    ]
    const known = facts.filter(([, value]) => value !== undefined)
    if (known.length === 0 && sourceNotes.length === 0 && address === undefined) return html``
    return html`<section class="source" aria-labelledby="source">
      <h2 id="source">${icon(BookOpenText, 15)}About this source</h2>
      ${
        known.length === 0
          ? nothing
          : html`<dl>
              ${known.map(
                ([name, value]) =>
                  html`<div>
                    <dt>${name}</dt>
                    <dd><bdi>${value}</bdi></dd>
                  </div>`,
              )}
            </dl>`
      }
      ${sourceNotes.map(note => html`<p>${note}</p>`)}
      ${address === undefined ? nothing : html`<button class="link" type="button" @click=${() => void openLink(address)}>${icon(ExternalLink, 13)} Original page</button>`}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'evidence-panel': EvidencePanel
  }
}
