// swift-tools-version: 6.2
import PackageDescription

// The sources are those of the program, by symbolic links: what they share is visible inside one package only.
let swift: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "markdown-benchmark",
    platforms: [.macOS(.v15)],
    targets: [
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark"),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash"),
        .target(name: "Libc", swiftSettings: swift),
        .target(name: "Base", dependencies: ["CXXHash", "Libc"], swiftSettings: swift),
        .target(name: "ArabicText", dependencies: ["Base"], swiftSettings: swift),
        .target(name: "Markdown", dependencies: ["CCmark", "ArabicText", "Base"], swiftSettings: swift),
        .executableTarget(name: "Compare", dependencies: ["ArabicText", "Base", "CCmark", "Markdown"], swiftSettings: swift),
    ],
    swiftLanguageModes: [.v6]
)
