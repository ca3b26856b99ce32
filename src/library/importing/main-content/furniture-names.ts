/** Words that pages name parts by which are none of the article. */
const words =
  'ad|ads|advert\\w*|banner|breadcrumbs?|colophon|cookie\\w*|copyright|disqus\\w*|feedback|footer|gdpr|login|masthead|menu|modal|most-?(?:popular|read|viewed)|nav(?!y)\\w*|newsletter\\w*|outbrain|pagination|pager|popular|popup|promo\\w*|rail|recirc\\w*|recommend\\w*|register|related\\w*|rss|share(?!d(?:$|[\\s_-]))\\w*|sharing|shoutbox|sidebar\\w*|signin|signup|skip\\w*|social\\w*|sponsor\\w*|subscri\\w*|taboola|teasers?|toolbox|trending'

/** Words that programs name parts of all kinds by. */
const vagueWords = 'tabs|tags?|toolbar|tools|widgets?'

/** Places of a page that old ones name by ids alone. With a number they are names of notes. */
export const placeId = /^(?:foot|side)$/i

/** Words for what readers of a page have added to it. A commentary is by those who wrote the rest. */
const addedWords = 'comments?|comment(?!ar(?:y|ies)(?![a-z]))\\w+|forum|livefyre|replies|respond'

export interface Names {
  /** In one name of a class, the word may stand among others. */
  readonly ofClass: RegExp
  /** An id has to be the word, because programs that write documents make ids of headings. */
  readonly ofId: RegExp
}

const namesOf = (named: string): Names => ({
  ofClass: new RegExp(`(?:^|[_-])(?:${named})(?=$|[_-])`, 'i'),
  ofId: new RegExp(
    `^(?:${named}|${vagueWords})(?:[_-]?(?:area|articles|bar|block|box|container|content|links|list|posts|section|stories|thread|wrap|wrapper|\\d+))*$`,
    'i',
  ),
})

/** Names of furniture; on a page that is a thread, what its readers added is what it is about. */
export const usualNames = namesOf(`${words}|${addedWords}`)
export const namesInThread = namesOf(words)
export const namesOfAdded = namesOf(addedWords)

/** What stands before a name to say of what page it is, and after it to say what holds it. */
const placesBefore = '(?:(?:article|blog|content|entry|page|post|site|story)[_-]+)*'
const holdersAfter = '(?:[_-]+(?:area|bar|block|box|container|content|inner|items?|links|list|section|wrap|wrapper))*'

/** One name of a class that may be of furniture: it counts only for what is mostly ways out. */
const vagueName = new RegExp(`^${placesBefore}(?:${vagueWords})${holdersAfter}$`, 'i')

export const isVagueClass = (names: string): boolean => names.split(/\s+/).some(name => vagueName.test(name))

/** Says how the part looks or what stands beside it, and not what it is: `has-social-color`, `no-sidebar`. */
const ofLook = /^(?:has|no|with|without)-/i
const hiding = /^(?:hide|hidden)$/i
/** Shown on screens of some width, as what is hidden on all others is: `md:block`. */
const shownOnSome = /^[a-z\d]+:(?:block|contents|flex|grid|inline\S*|table\S*)$/i

/** True where one name of a class, its camel case told apart, is one of furniture, or hides the element from everybody. */
export const isClassOf = (names: string, { ofClass }: Names): boolean => {
  const each = names.split(/\s+/)
  if (each.some(name => ofClass.test(name) && !ofLook.test(name))) return true
  return each.some(name => hiding.test(name)) && !each.some(name => shownOnSome.test(name))
}

/** Names of offers: what is called so is none of the article, even where it speaks in whole sentences. */
export const offerClass =
  /(?:^|[\s_-])(?:adblock\w*|advert\w*|consent|cookie\w*|gdpr|newsletter\w*|outbrain|paywall|signup|subscri\w*|taboola)(?=$|[\s_-])/i

/** Names of what stands at an article rather than in it, which sections have as well: they count only where there is no running text. */
export const besidesClass =
  /(?:^|[\s_-])(?:actions?|buttons?|claps?|downloads?|likes?|metrics|permalinks?|ratings?|reactions?|topics)(?=$|[\s_-])|(?:^|\s)(?:no-?print|(?:[\w-]+-)?hid(?:e|den)-(?:for-)?print|d-print-none)(?=$|\s)/i

/** What a page writes above an advertisement, in the languages that most pages are in. */
export const adLabel =
  /^\W*(?:advertisements?|advertorial|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annons|reklama?|реклама|إعلان|विज्ञापन|广告|廣告|広告|광고)\W*$/iu

/** What leads back to the beginning of a page, in the languages that most pages are in. */
export const toTopLabel =
  /^\W*(?:(?:back|go|return)\s+to\s+(?:the\s+)?top(?:\s+of\s+(?:the\s+)?page)?|nach\s+oben|zum\s+seitenanfang|haut\s+de\s+(?:la\s+)?page|volver\s+arriba|torna\s+su|naar\s+boven|наверх|返回顶部|回到顶部|ページの先頭へ|ページトップへ)\W*$/iu
