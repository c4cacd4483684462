import FlywheelWeb
import Testing

@testable import flywheel

@Suite struct ValueRuleTests {
    /// Whoever adds an argument to the API says what its value has to be.
    @Test(arguments: API.commands)
    func everyInputSaysWhatItHasToBe(operation: APICommand) {
        for input in operation.inputs where input.rule == .text {
            let name = input.argument.kind == .positional ? input.name : input.argument.valueName ?? input.name
            #expect(ValueRule.named(name) == .text, "\(operation.id): \(input.name) <\(name)>")
        }
    }

    /// A default that the rule refuses could be read from the description and not be sent.
    @Test(arguments: API.commands)
    func defaultsFitTheirRule(operation: APICommand) {
        for input in operation.inputs {
            guard let preset = input.argument.defaultValue, input.argument.kind == .option else { continue }
            #expect(
                input.rule.word(in: .text(preset), isText: true) != nil || preset.isEmpty,
                "\(operation.id): \(input.name) is \(preset)")
        }
    }

    private struct Pair {
        let right: JSON
        let wrong: JSON

        init(_ right: JSON, _ wrong: JSON) {
            self.right = right
            self.wrong = wrong
        }
    }

    private static let strict: [(rule: ValueRule, values: [Pair])] = [
        (.flag, [Pair(.bool(true), .text("true"))]),
        (.integer(1...9), [Pair(9, 10), Pair(2, "2"), Pair(.number(3), .number(3.5))]),
        (.number(0...1), [Pair(.number(0.5), .number(1.5)), Pair(1, "1")]),
        (.words(["a", "b"]), [Pair("b", "B")]),
        (.text, [Pair(" ", ""), Pair("7", 7)]),
        (.id("X"), [Pair("X12", "12"), Pair("X9", "X09")]),
        (.day, [Pair("2028-02-29", "2026-02-29"), Pair("2026-11-20", "2026-11-20T00:00:00Z")]),
        (.moment, [Pair("2026-11-20T16:05:00.25Z", "2026-11-20T16:05:00"), Pair("2026-11-20", "yesterday")]),
        (.either(["now"], .day), [Pair("now", "then")]),
        (.word, [Pair("not-fixed", "Not fixed")]),
    ]

    @Test func valuesAreReadStrictly() {
        for (rule, values) in Self.strict {
            for pair in values {
                #expect(rule.word(in: pair.right, isText: false) != nil, "\(rule): \(pair.right.line)")
                #expect(rule.word(in: pair.wrong, isText: false) == nil, "\(rule): \(pair.wrong.line)")
            }
        }
    }

    @Test(arguments: [
        ("share", "40%", "0%"), ("share", "0.4", "1.4"), ("sum", "EUR 200.00", "200.00"),
        ("sum", "JPY 200", "EUR 0200"),
        ("money", "120.00 USD", "120,00 USD"), ("money", "USD 120", "USD"),
    ])
    func amountsAndSharesAreReadStrictly(name: String, right: String, wrong: String) throws {
        let rule = try #require(ValueRule.named(name))
        #expect(rule.word(in: .text(right), isText: false) == right)
        #expect(rule.word(in: .text(wrong), isText: false) == nil)
    }

    /// What ends a line is told apart by languages of expressions; a value may hold any of it.
    @Test(arguments: ["\n", "\r\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}"])
    func whatIsSetMayHoldAnyEndOfALine(end: String) throws {
        let approve = try #require(API.commands.first { $0.id == "approveChange" })
        let rule = try #require(approve.inputs.first { $0.name == "set" }).rule
        for text in ["a=\(end)", "a=b\(end)c"] { #expect(rule.word(in: .text(text), isText: false) == text) }
        #expect(rule.word(in: .text("a\(end)="), isText: false) == nil, "nothing stands behind the sign")
    }

    @Test func inAnAddressEverythingIsText() {
        #expect(ValueRule.flag.word(in: "true", isText: true) == "true")
        #expect(ValueRule.flag.word(in: "yes", isText: true) == nil)
        #expect(ValueRule.integer(1...9).word(in: "9", isText: true) == "9")
        #expect(ValueRule.integer(1...9).word(in: "ten", isText: true) == nil)
        #expect(ValueRule.number(0...9).word(in: "0.5", isText: true) == "0.5")
    }

    /// What the rule lets through is what its schema does.
    @Test(arguments: ["", "x", "X12", "2026-11-20", "40%", "EUR 1.00", "known", "1"])
    func theSchemaSaysTheSame(text: String) {
        let rules = [.id("X"), .word, .words(["known"])] + ["share", "sum", "money"].compactMap(ValueRule.named)
        for rule in rules {
            var validator = SchemaValidator()
            validator.check(.text(text), rule.schema)
            #expect((rule.word(in: .text(text), isText: false) != nil) == validator.faults.isEmpty, "\(rule): \(text)")
        }
    }
}
