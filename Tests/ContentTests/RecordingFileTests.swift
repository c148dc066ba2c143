import Content
import TestSupport
import Testing

@testable import Content

@Suite struct RecordingFileTests {
    private static func hides(_ file: [UInt8]) -> Bool {
        let text = String(decoding: file, as: UTF8.self)
        return !["CANARY", "33.5138", "2024-05"].contains { text.contains($0) }
    }

    @Test func nothingOfATagStaysInAnMP3() throws {
        let recording = try #require(RecordingFile(SampleFiles.taggedSound(frames: 77)))
        #expect(recording.bytes == SampleFiles.sound(frames: 77))
        #expect(recording.milliseconds == 77 * 1152 * 1000 / 44100)
    }

    @Test func bytesBetweenFramesAreLeftOut() throws {
        let file = SampleFiles.sound(frames: 3) + Array(SampleFiles.canary.utf8) + SampleFiles.sound(frames: 4)
        let recording = try #require(RecordingFile(file))
        #expect(Self.hides(recording.bytes))
        // The frame in front of the strange bytes is followed by none.
        #expect(recording.bytes.count == 6 * 417)
    }

    @Test func nothingOfPlacesNamesAndDatesStaysInAFilm() throws {
        let file = SampleFiles.film()
        let recording = try #require(RecordingFile(file))
        #expect(!Self.hides(file))
        #expect(Self.hides(recording.bytes))
        #expect(recording.bytes.firstRange(of: [0xCA, 0xFE]) == nil)
        // No place of the film's own moved, and its pictures are there.
        #expect(recording.bytes.count == file.count)
        #expect(
            recording.bytes.firstRange(of: [UInt8](repeating: 0x7A, count: 64))
                == file.firstRange(of: [UInt8](repeating: 0x7A, count: 64)))
        #expect(recording.milliseconds == 1500)
        #expect((recording.width, recording.height) == (320, 180))
        #expect(!recording.isHEVC)
    }

    @Test func aFilmThatPhonesPackIsKnown() throws {
        #expect(try #require(RecordingFile(SampleFiles.film(codec: "hvc1"))).isHEVC)
    }

    @Test func nothingOfTagsAndAttachmentsStaysInAWebM() throws {
        let file = SampleFiles.webM()
        let recording = try #require(RecordingFile(file))
        #expect(!Self.hides(file))
        #expect(Self.hides(recording.bytes))
        #expect(recording.bytes.count == file.count)
        #expect(recording.milliseconds == 2000)
        #expect((recording.width, recording.height) == (320, 180))
    }

    @Test func whatIsCutIsTheSameWhenItIsCutAgain() {
        for file in [SampleFiles.taggedSound(frames: 9), SampleFiles.film(), SampleFiles.webM()] {
            let once = RecordingFile.cut(from: file)
            #expect(RecordingFile.cut(from: once) == once)
        }
    }

    @Test(arguments: ["<!DOCTYPE html><html>", "", "ID3", "\u{0}\u{0}\u{0}\u{18}ftypmp42"])
    func whatCannotBeReadIsNoRecording(_ text: String) {
        #expect(RecordingFile(Array(text.utf8)) == nil)
    }

    @Test func aRecordingThatWasCutOffIsReadAsFarAsItGoes() {
        for file in [SampleFiles.taggedSound(frames: 9), SampleFiles.film(), SampleFiles.webM()] {
            for length in stride(from: 0, to: file.count, by: 7) {
                #expect(RecordingFile.cut(from: Array(file.prefix(length))).count <= length)
            }
        }
    }
}
