/** Words that pages name parts by which are none of the article. */
const words =
  'ad|ads|advert\\w*|banner|breadcrumbs?|colophon|cookie\\w*|copyright|disqus\\w*|feedback|footer|gdpr|login|masthead|menu|modal|most-?(?:popular|read|viewed)|nav\\w*|newsletter\\w*|outbrain|pagination|pager|paywall|popular|popup|promo\\w*|rail|recirc\\w*|recommend\\w*|register|related\\w*|rss|share\\w*|sharing|shoutbox|sidebar\\w*|signin|signup|skip\\w*|social\\w*|sponsor\\w*|subscri\\w*|taboola|tags?|teasers?|toolbar|toolbox|tools|trending|widget\\w*'

/** Words for what readers of a page have added to it. */
const addedWords = 'comments?|comment\\w+|forum|livefyre|replies|respond'

export interface Names {
  /** In a class, the word may stand among others. */
  readonly ofClass: RegExp
  /** An id has to be the word, because programs that write documents make ids of headings. */
  readonly ofId: RegExp
}

const namesOf = (named: string): Names => ({
  ofClass: new RegExp(`(?:^|[\\s_-])(?:${named})(?=$|[\\s_-])|(?:^|\\s)(?:hide|hidden)(?=$|\\s)`, 'i'),
  ofId: new RegExp(
    `^(?:${named})(?:[_-]?(?:area|articles|bar|block|box|container|content|links|list|posts|section|stories|thread|wrap|wrapper|\\d+))*$`,
    'i',
  ),
})

/** Names of furniture; on a page that is a thread, what its readers added is what it is about. */
export const usualNames = namesOf(`${words}|${addedWords}`)
export const namesInThread = namesOf(words)

/** Names of offers: what is called so is none of the article, even where it speaks in whole sentences. */
export const offerClass =
  /(?:^|[\s_-])(?:adblock\w*|advert\w*|consent|cookie\w*|gdpr|newsletter\w*|outbrain|paywall|signup|subscri\w*|taboola)(?=$|[\s_-])/i

/** Names of what stands at an article rather than in it, which sections have as well: they count only where there is no running text. */
export const besidesClass =
  /(?:^|[\s_-])(?:actions?|buttons?|claps?|downloads?|likes?|metrics|permalinks?|ratings?|reactions?|topics)(?=$|[\s_-])|(?:^|\s)(?:no-?print|(?:[\w-]+-)?hid(?:e|den)-(?:for-)?print|d-print-none)(?=$|\s)/i

/** What a page writes above an advertisement, in the languages that most pages are in. */
export const adLabel =
  /^\W*(?:advertisements?|advertorial|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annons|reklama?|реклама|إعلان|विज्ञापन|广告|廣告|広告|광고)\W*$/iu
