// swift-tools-version: 6.2
import PackageDescription

let swift: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// For speed, also where all else is compiled for size, as `make release` does.
let fast: [SwiftSetting] = [.unsafeFlags(["-Xfrontend", "-O"], .when(configuration: .release))]

/// A target of the program. The list below is the whole dependency direction: a target may import what stands here.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swift)
}

/// A room in which builds spend their time: with all of them compiled for size, a clean build took 1.4 times as long.
func fastRoom(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swift + fast)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    // Suites are compiled once and run once: beside the optimised program they need no optimising of their own.
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, exclude: exclude,
        swiftSettings: swift + [.unsafeFlags(["-Onone"], .when(configuration: .release))])
}

/// What the program reads from hostile hands, with its seeds as a test; with FUZZ set, as `make fuzz` has it, a program
/// that libFuzzer drives.
let fuzzed: [Target.Dependency] = [
    "Pages", "Typesetting", "Pictures", "Content", "Markdown", "Templates", "ArabicText", "Base",
]
let fuzz: Target =
    Context.environment["FUZZ"] == nil
    ? .testTarget(
        name: "FuzzTests", dependencies: fuzzed, path: "Tests/Fuzz", exclude: ["Fuzzer.swift", "Corpus", "seeds.py"],
        swiftSettings: swift)
    : .executableTarget(
        name: "Fuzzer", dependencies: fuzzed, path: "Tests/Fuzz", exclude: ["CorpusTests.swift", "Corpus", "seeds.py"],
        swiftSettings: swift + [.unsafeFlags(["-parse-as-library"])])

let package = Package(
    name: "sitegen",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "sitegen", targets: ["sitegen"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(
            name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),

        .systemLibrary(
            name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        .systemLibrary(
            name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),

        .systemLibrary(
            name: "CTurboJPEG", pkgConfig: "libturbojpeg",
            providers: [.apt(["libturbojpeg0-dev"]), .brew(["jpeg-turbo"])]),
        .systemLibrary(
            name: "CWebP", pkgConfig: "libwebpmux", providers: [.apt(["libwebp-dev"]), .brew(["webp"])]),
        .systemLibrary(
            name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(name: "CResample", pkgConfig: "stb", providers: [.apt(["libstb-dev"])]),

        // C alone can read a file into the executable, with #embed.
        .target(name: "EmbeddedFiles"),

        room("Libc"),
        fastRoom("Base", ["CXXHash", "Libc"]),
        fastRoom("ArabicText", ["Base"]),
        fastRoom("Search", ["ArabicText", "Libc", "Base"]),
        fastRoom("Markdown", ["CCmark", "Libc", "ArabicText", "Base"]),
        fastRoom("Templates", ["Libc", "Base"]),
        fastRoom("Content", ["CYaml", "CZlib", "ArabicText", "Base"]),
        fastRoom("Pictures", ["CTurboJPEG", "CWebP", "CPNG", "CResample", "Content", "Base"]),
        room("Import", ["CExpat", "CGumbo", "Libc", "Content", "Markdown", "ArabicText", "Base"]),
        room("Moderation", ["Content", "ArabicText", "Base"]),
        fastRoom("Typesetting", ["Pictures", "Content", "Markdown", "ArabicText", "Base"]),
        fastRoom(
            "Pages",
            ["Typesetting", "Pictures", "Content", "Markdown", "Templates", "Search", "ArabicText", "Base"]),
        room(
            "Publishing",
            [
                "Pages", "Search", "Typesetting", "Pictures", "Content", "Markdown", "Templates", "ArabicText",
                "EmbeddedFiles", "Base",
            ]),
        room(
            "Preview",
            [
                "Publishing", "Pages", "Typesetting", "Pictures", "Content", "ArabicText", "EmbeddedFiles", "Libc",
                "Base",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ], exclude: ["Reload/reload.js"]),
        .executableTarget(
            name: "sitegen",
            dependencies: [
                "Import", "Moderation", "Preview", "Publishing", "Pages", "Search", "Typesetting", "Content",
                "Markdown", "Templates",
                "ArabicText", "Libc", "Base",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: swift),

        .target(name: "TestSupport", dependencies: ["Libc"], path: "Tests/Support", swiftSettings: swift),
        tests("Base", ["Base", "TestSupport"]),
        tests("ArabicText", ["ArabicText", "Base", "TestSupport"]),
        tests("Search", ["Search", "ArabicText", "Base", "TestSupport"], exclude: ["Vectors"]),
        tests("Markdown", ["Markdown", "ArabicText", "Base", "TestSupport"]),
        tests("Templates", ["Templates", "Base", "TestSupport"], exclude: ["Pairs", "record.py"]),
        tests("Content", ["Content", "ArabicText", "Base", "TestSupport"], exclude: ["Zones"]),
        tests("Pictures", ["Pictures", "Content", "Base"]),
        tests("Import", ["Import", "Content", "Markdown", "ArabicText", "Base", "TestSupport"]),
        tests("Moderation", ["Moderation", "Content", "Base"]),
        tests("Typesetting", ["Typesetting", "Content", "Markdown", "Base"]),
        tests("Pages", ["Pages", "Search", "Typesetting", "Content", "Base"]),
        tests("Preview", ["Preview", "Publishing", "Typesetting", "Content", "Libc", "Base"]),
        tests(
            "Publishing",
            [
                "Preview", "Publishing", "Pages", "Search", "Typesetting", "Pictures", "Content", "Markdown", "Base",
                "TestSupport",
            ]),
        fuzz,
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
