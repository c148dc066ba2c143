import Base
import Testing

/// What the fuzzer once stumbled over, and what it starts from: a folder of files for each target in `Corpus`.
@Suite struct CorpusTests {
    @Test(arguments: FuzzTarget.allCases) func nothingInTheCorpusHasAFault(_ target: FuzzTarget) throws {
        let corpus = String(#filePath).replacing("CorpusTests.swift", with: "Corpus/\(target.rawValue)")
        let folder = DiskTree(root: corpus)
        let files = try folder.entries(under: "")
        #expect(!files.isEmpty)
        for file in files {
            let fault = target.fault(in: try folder.read(file.path))
            #expect(fault == nil, "\(file.path)")
        }
    }
}
