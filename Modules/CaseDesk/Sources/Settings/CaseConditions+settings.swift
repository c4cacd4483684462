import Cases
import FlywheelKit
import Settings

extension CaseConditions {
    private enum Key: String, CaseIterable {
        case side, account, marketplace, channel, language, category, intents, tags, urgency, stakes
    }

    private static let urgencyWords: [String: Urgency] = [
        "low": .low, "normal": .normal, "high": .high, "urgent": .urgent,
    ]

    /// Reads conditions: a key for each, with a value or a list of values.
    init(_ node: SettingsNode) throws(ConfigurationError) {
        self.init()
        for (key, value) in try node.section(Key.self) {
            switch key {
            case .side: sides = try value.choices(Side.self)
            case .account: accounts = Set(try value.names())
            case .marketplace: marketplaces = Set(try value.names().map { Marketplace.named($0)?.id ?? $0 })
            case .channel: channels = Set(try value.names())
            case .language: languages = try value.languages()
            case .category: categories = Set(try value.names())
            case .intents: intents = Set(try value.names())
            case .tags: tags = Set(try value.names())
            case .urgency:
                for item in value.items { urgencies.insert(try item.choice(Self.urgencyWords)) }
            case .stakes: stakes = try value.money()
            }
        }
    }
}

extension SettingsNode {
    /// Sums by currency, as `{EUR: 250, USD: 300}`, in whole units or with the currency's own digits.
    func money() throws(ConfigurationError) -> [Money] {
        var sums: [Money] = []
        for (code, value) in try entries() {
            guard let currency = Currency(code) else { throw refused(code, expected: "three letters such as USD") }
            sums.append(
                try value.value("a sum such as 250 or \(Money(minorUnits: 25_000, currency).amount)") { text in
                    Money(decimal: text, currency)
                })
        }
        return sums
    }
}

extension Money {
    /// Reads a plain decimal number with at most the currency's own digits; never below nothing.
    init?(decimal text: String, _ currency: Currency) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : ""
        guard parts.count <= 2, !parts[0].isEmpty, decimals.count <= currency.minorDigits,
            parts.count == 1 || !decimals.isEmpty, (parts[0] + decimals).allSatisfy({ ("0"..."9").contains($0) })
        else { return nil }
        let padding = String(repeating: "0", count: currency.minorDigits - decimals.count)
        guard let minorUnits = Int64(parts[0] + decimals + padding) else { return nil }
        self.init(minorUnits: minorUnits, currency)
    }
}
