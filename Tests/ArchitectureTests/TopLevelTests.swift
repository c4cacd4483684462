import Testing

@Suite struct TopLevelTests {
    private static let required: Set = ["CHANGELOG.md", "LICENSE", "Modules", "Package.swift", "Scripts", "Tests"]
    /// What may be there as well; the last is SwiftPM's own and not kept.
    private static let allowed = required.union(["Apps", "README.md", "Package.resolved"])

    /// A store that somebody tries things on is not kept either.
    private static func isStore(_ name: String) -> Bool { name.contains(".flywheel") }

    @Test func theTopLevelHoldsWhatItMayAndNothingElse() {
        let names = Set(Checkout.names(in: ".").filter { !$0.hasPrefix(".") && !Self.isStore($0) })
        #expect(names.subtracting(Self.allowed).sorted() == [], "these do not belong on the top level")
        #expect(Self.required.subtracting(names).sorted() == [], "these are missing from the top level")
    }

    @Test func noPackageIsNested() {
        let nested = Checkout.swift.map(\.path).filter { $0.hasSuffix("/Package.swift") }
        #expect(nested == [])
    }
}
