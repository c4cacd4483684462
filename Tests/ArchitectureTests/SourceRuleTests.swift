import Testing

@Suite struct SourceRuleTests {
    /// This folder names what it forbids.
    private static let files = Checkout.swift.filter { !$0.path.hasPrefix("Tests/ArchitectureTests/") }

    @Test func noSourceIsTooLongUnfinishedOrForced() {
        #expect(Self.files.flatMap(SourceRules.faults).joined(separator: "\n") == "")
    }

    @Test func everyKeyIsVersioned() {
        let sources = Checkout.swift.filter(\.isSource)
        #expect(sources.contains { $0.text.contains("FeedKey(\"") }, "no feed key was found, so nothing was checked")
        #expect(sources.flatMap(SourceRules.unversionedKeys).joined(separator: "\n") == "")
    }

    @Test(
        arguments: [
            "// TODO later", "/// FIXME", "let a = try! load()", "let b = a as! String",
        ])
    func aPlantedFaultIsFound(text: String) {
        #expect(SourceRules.faults(in: SourceFile(path: "A.swift", text: text)).count == 1)
    }

    @Test func aFileThatIsTooLongIsFound() {
        let faults = [400, 401].map { count in
            SourceRules.faults(in: SourceFile(path: "A.swift", text: String(repeating: "\n", count: count))).count
        }
        #expect(faults == [0, 1])
    }

    @Test func whatOnlyLooksLikeAFaultIsNone() {
        let text = "let todoist = try load()\nlet c = a as? String\n// it has! was!"
        #expect(SourceRules.faults(in: SourceFile(path: "A.swift", text: text)).isEmpty)
    }

    @Test(arguments: ["stock", "stock/0", "Stock/1", "stock/one", "/1", "stock-/1"])
    func anUnversionedKeyIsFound(key: String) {
        for type in ["FeedKey", "SignalKey"] {
            let file = SourceFile(path: "A.swift", text: "let key = \(type)(\"\(key)\")")
            #expect(SourceRules.unversionedKeys(in: file).count == 1)
        }
    }

    @Test(arguments: ["stock/1", "suppressed-listings/1", "listing.availability/12"])
    func aVersionedKeyPasses(key: String) {
        let file = SourceFile(path: "A.swift", text: "static let key = SignalKey(\"\(key)\")")
        #expect(SourceRules.unversionedKeys(in: file).isEmpty)
    }
}
