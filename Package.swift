// swift-tools-version: 6.2
import PackageDescription

// One loop at the end gives every target of ours the same settings: Swift 6 mode, the upcoming
// features, and warnings as errors. Targets stand in the order of the table in Sources/README.md;
// a test holds the import lines of every folder against that table.

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

/// A priority's module: its target, and the executable `beacon-module-<id>` that the host finds.
struct Module {
    var target: String
    var id: String
    var executable: String { "beacon-module-\(id)" }
}

let modules = [
    Module(target: "ChildExploitation", id: "child-exploitation"),
    Module(target: "DomesticAbuse", id: "domestic-abuse"),
    Module(target: "HighHarmAreas", id: "high-harm-areas"),
    Module(target: "RoadSafety", id: "road-safety"),
    Module(target: "SeriousYouthViolence", id: "serious-youth-violence"),
]

let package = Package(
    name: "Beacon",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "beacon", targets: ["beacon"])]
        + modules.map { .executable(name: $0.executable, targets: [$0.target]) },
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(
            name: "CLibCrypto", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .systemLibrary(
            name: "CLibZ", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "Diagnostics"),
        .target(name: "Digests", dependencies: ["CLibCrypto"]),
        .target(name: "Measures"),
        .target(name: "YAMLText", dependencies: ["CLibYAML", "Diagnostics"]),
        .target(name: "Statistics", dependencies: ["Measures"], exclude: ["deviations.md"]),
        .target(name: "RuleLanguage", dependencies: ["Diagnostics", "Measures", "Statistics"]),
        .target(name: "ModuleKit", dependencies: ["Diagnostics", "Measures", "RuleLanguage"]),
        .target(
            name: "Definitions",
            dependencies: ["Diagnostics", "Measures", "ModuleKit", "RuleLanguage", "Statistics", "YAMLText"]),
        .target(name: "ModuleHost", dependencies: ["Digests", "Measures", "ModuleKit", subprocess, systemPackage]),
        .target(
            name: "Warehouse",
            dependencies: [
                "CLibZ", "Diagnostics", "Digests", "Measures", "ModuleKit", "RuleLanguage", subprocess, systemPackage,
            ]),
        .target(name: "Alerting", dependencies: ["Definitions", "Measures", "RuleLanguage"]),
        .target(
            name: "AlertStore",
            dependencies: ["Alerting", "Definitions", "Diagnostics", "Digests", "Measures", "RuleLanguage", grdb]),
        .target(
            name: "RuleTesting",
            dependencies: [
                "Alerting", "Definitions", "Diagnostics", "Measures", "ModuleKit", "RuleLanguage", "YAMLText",
            ]),
        .target(name: "Disclosure", dependencies: ["Measures"]),
        .target(name: "Charts", dependencies: ["Measures", "Statistics"]),
        .target(
            name: "Reporting",
            dependencies: [
                "Alerting", "Charts", "Definitions", "Diagnostics", "Disclosure", "Measures", "RuleLanguage", "Statistics",
                mustache,
            ],
            resources: [.embedInCode("Templates"), .embedInCode("Schemas")]),
        .target(
            name: "Delivery",
            dependencies: ["Alerting", "AlertStore", "Diagnostics", "Digests", subprocess, systemPackage]),
        .target(
            name: "Nightly",
            dependencies: [
                "Alerting", "AlertStore", "Definitions", "Delivery", "Diagnostics", "Digests", "Measures", "ModuleHost",
                "ModuleKit", "Reporting", "RuleLanguage", "Warehouse",
            ]),
        .executableTarget(
            name: "beacon",
            dependencies: [
                "Alerting", "AlertStore", "Definitions", "Diagnostics", "Measures", "ModuleHost", "ModuleKit", "Nightly",
                "RuleLanguage", "RuleTesting", "Warehouse", argumentParser, logging,
            ]),
    ]
)

// Tests, and what only tests and developers need.
package.products.append(.library(name: "FaultPoints", type: .dynamic, targets: ["FaultPoints"]))
package.targets += [
    .testTarget(name: "ArchitectureTests"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "MeasuresTests", dependencies: ["Measures"], exclude: ["Golden"]),
    .testTarget(name: "YAMLTextTests", dependencies: ["Diagnostics", "Randomness", "YAMLText"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Measures", "Statistics"], exclude: ["Reference"]),
    .testTarget(
        name: "RuleLanguageTests", dependencies: ["Diagnostics", "Measures", "Randomness", "RuleLanguage", "Statistics"]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts", "Measures"], exclude: ["Golden"]),
    .target(name: "FaultPoints", path: "Tests/FaultPoints"),
    .target(name: "Randomness", path: "Tests/Randomness"),
    .target(name: "SampleRecords", path: "Tests/SampleRecords"),
    .target(name: "NationalRules", path: "Tests/NationalRules"),
    .executableTarget(name: "SampleGenerator", dependencies: ["SampleRecords"], path: "Tests/SampleGenerator"),
    .testTarget(
        name: "ModuleKitTests",
        dependencies: ["Measures", "ModuleKit", "Randomness"] + modules.map { .target(name: $0.target) }),
    .testTarget(
        name: "DefinitionsTests",
        dependencies: ["Definitions", "Diagnostics", "Measures", "ModuleKit", "RuleLanguage", "YAMLText"]),
    .testTarget(
        name: "AlertingTests",
        dependencies: ["Alerting", "Definitions", "Diagnostics", "Measures", "ModuleKit", "RuleLanguage"]),
    .testTarget(
        name: "RuleTestingTests",
        dependencies: [
            "Alerting", "Definitions", "Diagnostics", "Measures", "ModuleKit", "RuleLanguage", "RuleTesting",
        ] + modules.map { .target(name: $0.target) }),
    .testTarget(
        name: "WarehouseTests",
        dependencies: ["Diagnostics", "Measures", "ModuleKit", "Randomness", "RuleLanguage", "Warehouse"]),
    .testTarget(
        name: "AlertStoreTests",
        dependencies: ["Alerting", "AlertStore", "Definitions", "Diagnostics", "Measures", "Randomness", "RuleLanguage", grdb],
        exclude: ["Schemas"]),
    .testTarget(
        name: "DeliveryTests",
        dependencies: ["Alerting", "AlertStore", "Definitions", "Delivery", "Diagnostics", "Measures", grdb]),
    .testTarget(
        name: "NightlyTests",
        dependencies: [
            "Alerting", "AlertStore", "Definitions", "Diagnostics", "Disclosure", "Measures", "ModuleKit", "NationalRules",
            "Nightly", "Reporting", "RuleLanguage", "Warehouse",
        ]
            + modules.map { .target(name: $0.target) }),
    .testTarget(name: "DisclosureTests", dependencies: ["Disclosure", "Measures", "Randomness"]),
    .testTarget(
        name: "ReportingTests",
        dependencies: [
            "Alerting", "Charts", "Definitions", "Diagnostics", "Disclosure", "Measures", "ModuleKit", "Randomness",
            "Reporting", "RuleLanguage",
        ],
        exclude: ["Golden"]),
    .executableTarget(name: "LonelyHost", dependencies: ["ModuleHost"], path: "Tests/ModuleFixtures/host"),
    .testTarget(
        name: "ModuleHostTests",
        dependencies: ["LonelyHost", "Measures", "ModuleHost", "ModuleKit"] + modules.map { .target(name: $0.target) }),
    .testTarget(
        name: "BeaconTests", dependencies: ["beacon"] + modules.map { .target(name: $0.target) },
        exclude: ["Fixtures", "Scripts"]),
    .executableTarget(
        name: "Benchmarks",
        dependencies: [
            "Alerting", "AlertStore", "Definitions", "Diagnostics", "Measures", "ModuleKit", "NationalRules", "Nightly", "Reporting",
            "RuleLanguage", "Statistics", "Warehouse",
        ],
        path: "Tests/Benchmarks", exclude: ["process_control.py"]),
    .executableTarget(
        name: "Fuzzing",
        dependencies: ["Definitions", "Diagnostics", "Measures", "ModuleKit", "Randomness", "RuleLanguage", "YAMLText"],
        path: "Tests/Fuzzing"),
    .testTarget(name: "SampleGeneratorTests", dependencies: ["SampleRecords"]),
]

for module in modules {
    package.targets.append(
        .executableTarget(
            name: module.target, dependencies: ["Measures", "ModuleKit", "Statistics"],
            path: "Plugins/\(module.target)"))
}

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]
for target in package.targets where target.type != .system {
    target.swiftSettings = settings
}
