import Base
import Content
import Foundation
import Publishing

/// What the disk, other programs and the command line do.
let machineProvocations: [String: @Sendable () throws -> [String]] = [
    "disk": { try withFolder { folder in ids { _ = try DiskTree(root: folder.path()).read("Content") } } },
    "missing-file": { ids { _ = try MemoryTree().read("nowhere") } },
    "locked": {
        try withFolder { folder in
            let tree = DiskTree(root: folder.path())
            let lock = try SiteLock.take("lock", or: "Content", in: tree, for: "build")
            defer { withExtendedLifetime(lock) {} }
            return ids { _ = try SiteLock.take("lock", or: "Content", in: tree, for: "build") }
        }
    },
    "output-link": {
        try withFolder { folder in
            let (site, manager) = (ExampleSite(), FileManager.default)
            func build() -> [String] {
                Build(ExampleSite.load).run(
                    from: site.files, to: DiskTree(root: folder.path() + "/Public"), named: "Public"
                ).diagnostics.map(\.id)
            }
            _ = build()
            try manager.moveItem(atPath: folder.path() + "/Public/2024", toPath: folder.path() + "/elsewhere")
            try manager.createSymbolicLink(
                atPath: folder.path() + "/Public/2024", withDestinationPath: folder.path() + "/elsewhere")
            site.write("new", matter: "", body: "نص.")
            return build()
        }
    },
    "stray-link": {
        try withFolder { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder.path() + "/Content/articles/flood.md", withDestinationPath: "/etc/hostname")
            return Check(ExampleSite.load).run(on: DiskTree(root: folder.path())).problems.map(\.id)
        }
    },
    "nothing-built": {
        try withFolder { folder in
            try Data().write(to: folder.appending(path: "uploaded"))
            let uploaded = folder.path() + "/uploaded"
            return try sitegen(["plan", "--built", "--deployed", uploaded, "--site", folder.path()])
        }
    },
    "search-index": { try withFolder { try sitegen(["search", "نص", "--site", $0.path()]) } },
    "deployed": {
        try withFolder {
            try sitegen(["plan", "--deployed", $0.path() + "/Content/site.yaml", "--site", $0.path()])
        }
    },
    "clock": {
        try withFolder { folder in
            _ = try sitegen(["build", "--site", folder.path()])
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 4_000_000_000)],
                ofItemAtPath: folder.path() + "/Public/" + Manifest.path)
            return try sitegen(["build", "--site", folder.path()])
        }
    },
    "port": {
        try withFolder { folder in
            let (socket, port) = try listening()
            defer { close(socket) }
            return try sitegen(["serve", "--port", "\(port)", "--site", folder.path()])
        }
    },
]

/// What `body` gives with the example site in a folder on the disk, which is gone afterwards.
private func withFolder(_ body: (URL) throws -> [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sitegen-rules-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ExampleSite().files
    let writer = DiskTree(root: folder.path()).writer()
    for path in files.paths where path != ExampleSite.article { try writer.write(files[path] ?? [], to: path) }
    return try body(folder)
}

/// The ids that the program itself prints.
private func sitegen(_ arguments: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = products.appending(path: "sitegen")
    process.arguments = arguments
    let pipe = Pipe()
    (process.standardError, process.standardOutput) = (pipe, FileHandle.nullDevice)
    try process.run()
    let printed = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return printed.split(separator: "\n").compactMap { line in
        line.hasSuffix("]") ? line.split(separator: "[").last.map { String($0.dropLast()) } : nil
    }
}

/// The folder that the tests were built into, with the program beside them.
private var products: URL {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var url = URL(filePath: bundle)
    while url.pathComponents.contains(where: { $0.hasSuffix(".xctest") }) { url.deleteLastPathComponent() }
    return url
}

/// A socket that listens at some port of 127.0.0.1.
private func listening() throws -> (socket: Int32, port: UInt16) {
    #if os(Linux)
        let stream = Int32(SOCK_STREAM.rawValue)
    #else
        let stream = SOCK_STREAM
    #endif
    let number = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port =
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> Bool in
                bind(number, address, length) == 0 && listen(number, 1) == 0
                    && getsockname(number, address, &length) == 0
            }
        } ? UInt16(bigEndian: address.sin_port) : 0
    return (number, port)
}
