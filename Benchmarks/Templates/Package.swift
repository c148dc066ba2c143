// swift-tools-version: 6.2
import PackageDescription

let swift: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// The engine’s targets are linked in by their folders: what is `package` there is seen only within one package.
let package = Package(
    name: "templates-benchmark",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/stencilproject/Stencil", exact: "0.15.1"),
    ],
    targets: [
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark"),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash"),
        .target(name: "Base", dependencies: ["CXXHash"], swiftSettings: swift),
        .target(name: "Templates", dependencies: ["Base"], swiftSettings: swift),
        .executableTarget(
            name: "Bench",
            dependencies: [
                "Base", "Templates", "CCmark", .product(name: "Mustache", package: "swift-mustache"), "Stencil",
            ], swiftSettings: swift),
    ],
    swiftLanguageModes: [.v6]
)
