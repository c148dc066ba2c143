/// How fast an adult reads Arabic, in words a minute.
package let wordsPerMinute = 181

/// Whole minutes, rounded up: 1–181 words are one. Nothing to read takes none.
package func readingMinutes(words: Int) -> Int { max(0, (words + wordsPerMinute - 1) / wordsPerMinute) }
