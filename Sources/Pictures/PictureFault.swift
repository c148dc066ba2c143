/// Why a picture cannot be made smaller.
package enum PictureFault: Error, Equatable {
    /// The file is not what its first bytes promise; with the decoder's own words, for whoever asks.
    case damaged(String)
    case noMemory
}
