import Base

/// Collects what the index holds of articles, which come in the order of their numbers.
struct PostingTable: Sendable {
    private let terms: Terms
    private let stopWords: Set<[UInt8]>
    private var wordNumbers = Interner()
    private var termNumbers = Interner()
    /// By the words' numbers: where its terms end in `termsOfWords`, and whether it is a stop word.
    private var termEnds: [UInt32] = []
    private var termsOfWords: [UInt32] = []
    private var isStopWord: [Bool] = []
    /// What was found, term and packed posting, in the order of the articles.
    private var found: [(term: UInt32, posting: UInt32)] = []

    // Of the article at hand: how often each word occurs, the weight of each term + 1; what has any.
    private var counts: [UInt32] = []
    private var weights: [UInt8] = []
    private var words: [UInt32] = []
    private var weighted: [UInt32] = []

    init(_ terms: Terms) {
        self.terms = terms
        stopWords = StopWords.words(isArabic: terms.isArabic)
    }

    /// Adds the article with this number, greater than all before.
    ///
    /// - Parameter cutter: one for all articles, for it has memory of its own.
    mutating func add(_ text: SearchableText, as number: Int, _ cutter: inout WordCutter) {
        text.body.withUnsafeBufferPointer { count($0, &cutter) }
        for word in words {
            let isFrequent = counts[Int(word)] >= 3
            counts[Int(word)] = 0
            if !isStopWord[Int(word)] { weigh(word, isFrequent ? 1 : 0) }
        }
        words.removeAll(keepingCapacity: true)
        if text.isLedByBody { text.body[..<text.lead].withUnsafeBufferPointer { count($0, &cutter) } }
        for lead in text.leads { count(lead, &cutter) }
        for word in words {
            counts[Int(word)] = 0
            if !isStopWord[Int(word)] { weigh(word, 2) }
        }
        words.removeAll(keepingCapacity: true)
        for title in text.titles { count(title, &cutter) }
        for word in words {
            counts[Int(word)] = 0
            weigh(word, 3)
        }
        words.removeAll(keepingCapacity: true)
        for facet in text.facets {
            Letters.encoded(facet.unicodeScalars).withUnsafeBufferPointer { weigh(term: termNumber($0), 0) }
        }
        for term in weighted {
            let weight = Int(weights[Int(term)]) - 1
            weights[Int(term)] = 0
            found.append((term, Posting(number: number, weight: weight).packed))
        }
        weighted.removeAll(keepingCapacity: true)
    }

    private mutating func count(_ text: String, _ cutter: inout WordCutter) {
        var text = text
        text.withUTF8 { count($0, &cutter) }
    }

    private mutating func count(_ text: UnsafeBufferPointer<UInt8>, _ cutter: inout WordCutter) {
        cutter.cut(text) { count(word: $0) }
    }

    private mutating func count(word: UnsafeBufferPointer<UInt8>) {
        let (number, isNew) = wordNumbers.number(of: word)
        if isNew { learn(Array(word)) }
        if counts[number] == 0 { words.append(UInt32(truncatingIfNeeded: number)) }
        counts[number] += 1
    }

    private mutating func learn(_ word: [UInt8]) {
        isStopWord.append(stopWords.contains(word))
        counts.append(0)
        for term in terms.allTerms(of: word) {
            term.withUnsafeBufferPointer { termsOfWords.append(termNumber($0)) }
        }
        termEnds.append(UInt32(truncatingIfNeeded: termsOfWords.count))
    }

    private mutating func termNumber(_ term: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let (number, isNew) = termNumbers.number(of: term)
        if isNew { weights.append(0) }
        return UInt32(truncatingIfNeeded: number)
    }

    private mutating func weigh(_ word: UInt32, _ weight: UInt8) {
        let start = word == 0 ? 0 : Int(termEnds[Int(word) - 1])
        for place in start..<Int(termEnds[Int(word)]) { weigh(term: termsOfWords[place], weight) }
    }

    private mutating func weigh(term: UInt32, _ weight: UInt8) {
        let before = weights[Int(term)]
        if before == 0 { weighted.append(term) }
        if before <= weight { weights[Int(term)] = weight + 1 }
    }

    /// What was collected, by term.
    consuming func lists() -> TermLists {
        var places = [UInt32](repeating: 0, count: termNumbers.count)
        for posting in found { places[Int(posting.term)] += 1 }
        var ends: [UInt32] = []
        var end: UInt32 = 0
        for term in places.indices {
            end += places[term]
            ends.append(end)
            places[term] = end - places[term]
        }
        var postings = [UInt32](repeating: 0, count: found.count)
        for posting in found {
            postings[Int(places[Int(posting.term)])] = posting.posting
            places[Int(posting.term)] += 1
        }
        return TermLists(bytes: termNumbers.bytes, ends: termNumbers.ends, postings: postings, postingEnds: ends)
    }
}
