import FlywheelRuntime

extension ValueRule {
    /// The rule of an argument by what stands for its value in help, such as `<when>`; `nil` where that says nothing, so
    /// that whoever adds an argument to the API has to say what it is.
    static func named(_ name: String) -> ValueRule? {
        switch name {
        case "limit", "count": .integer(1...1_000)
        case "number": .integer(1...1_000)
        case "minutes": .integer(1...10_000)
        case "hours": .number(0...10_000)
        case "day": .day
        case "when", "instant": .moment
        case "share": share
        case "money":
            .pattern("^(\(sum)|\(amount) [A-Z]{3})$", example: "an amount and its currency, such as 120.00 USD")
        case "sum": .pattern("^\(sum)$", example: "a currency and an amount such as EUR 200.00")
        case "word": word
        case "step": .integer(1...1_000)
        case let name where freeTexts.contains(name): .text
        default: nil
        }
    }

    /// What people or other systems call something, and what people write: whether it is there is seen in the store.
    private static let freeTexts: Set = [
        "name", "text", "words", "title", "sku", "code", "cause", "reason", "supplier", "address", "knob", "other",
        "ids",
        "what", "path", "kind", "delivery", "cursor", "check",
    ]

    /// What ``Workbench/isWord(_:)`` calls a word.
    static let word = ValueRule.pattern("^[a-z0-9-]{1,40}$", example: "a word of a-z, 0-9 and -, of at most 40 letters")
    /// More than nothing and at most all of it.
    private static let share = ValueRule.pattern(
        "^(100%|[1-9][0-9]?%|0[.][0-9]{0,8}[1-9])$", example: "more than 0 and up to 100%, such as 40% or 0.4")
    /// An amount; what currencies without minor units make of its decimals is seen when it is read.
    private static let amount = "(0|[1-9][0-9]{0,11})([.][0-9]{2})?"
    private static let sum = "[A-Z]{3} \(amount)"
}
