import Foundation
import Testing

/// What the fuzzer once stumbled over, and what it starts from: a folder of files for each target in `Corpus`.
@Suite struct CorpusTests {
    @Test(arguments: FuzzTarget.allCases) func nothingInTheCorpusHasAFault(_ target: FuzzTarget) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus/\(target.rawValue)")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files {
            let fault = target.fault(in: Array(try Data(contentsOf: file)))
            #expect(fault == nil, "\(file.lastPathComponent)")
        }
    }
}
