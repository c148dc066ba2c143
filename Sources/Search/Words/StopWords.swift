/// Words that say nothing about a text: not taken from bodies and leads, and left out of a query that has others.
package enum StopWords {
    /// By the words as `WordCutter` gives them.
    package static func words(isArabic: Bool) -> Set<[UInt8]> { isArabic ? arabic : english }

    private static let arabic = parsed(
        """
        و ان او اي به تم ثم عن في قد كل لا لم لن له ما مع من هم هو هي اذا الي انه بان بعد بها بين تلك حتي حول \
        حيث دون ذلك عبر عند فان فقد فيه قبل كان كما لان لدي لكن لها منذ منه هذا هذه هنا وان وفي وقد ولا ولم وما \
        ومن وهو وهي يتم التي الذي اليه انها ايضا خلال عليه فيها كانت كذلك منها هناك وذلك وكان ولكن وهذا وهذه \
        يكون الذين اليها عليها عندما كانوا والتي والذي وكانت
        """)

    private static let english = parsed(
        """
        a an and are as at be been but by for from had has have he her his in into is it its not of on or she that the \
        their they this to was were which who will with
        """)

    private static func parsed(_ text: String) -> Set<[UInt8]> {
        Set(text.split(separator: " ").map { Letters.encoded($0.unicodeScalars) })
    }
}
