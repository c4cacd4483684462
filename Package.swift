// swift-tools-version: 6.2
import Foundation
import PackageDescription

// MARK: Settings

/// Each flag closes a way for an import or an existential to appear by accident.
let strict: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (Context.environment["FLYWHEEL_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// `FLYWHEEL_ONLY=Name` leaves that module and what it stands on, so that its author builds nothing else.
let only = Context.environment["FLYWHEEL_ONLY"]

// MARK: Packages

extension Target.Dependency {
    static let zlib: Self = "CZlib"
}

/// A module is `Modules/<name>/{Sources,Tests}`: a target, and a test target where it has tests.
func floor(_ name: String, on floors: [Target.Dependency] = [], tests: [Target.Dependency] = []) -> [Target] {
    let tested = FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/Modules/\(name)/Tests")
    let target = Target.target(
        name: name, dependencies: floors, path: "Modules/\(name)/Sources", swiftSettings: strict)
    let suite = Target.testTarget(
        name: "\(name)Tests", dependencies: [.target(name: name)] + floors + tests, path: "Modules/\(name)/Tests",
        swiftSettings: strict)
    return tested ? [target, suite] : [target]
}

let ground =
    floor("FlywheelKit")
    + floor("Statistics")
    + floor("Calendars")
    + [.systemLibrary(name: "CZlib", path: "Modules/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])])]
    + floor("Imports", on: ["FlywheelKit", "Calendars", .zlib])

let package = Package(
    name: "flywheel",
    products: [
        .library(name: "FlywheelKit", targets: ["FlywheelKit"])
    ],
    targets: ground,
    swiftLanguageModes: [.v6]
)
