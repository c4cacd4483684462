import FlywheelKit
import Foundation

extension Formats {
    /// A figure that stands in a sentence of the domain, as the page writes it; `nil` where the text is none of that kind.
    func rewritten(_ text: String, as kind: SentencePattern.Kind) -> Phrases.Value? {
        switch kind {
        case .text, .sentence, .sentences: .text(text)
        case .code: text.contains(" ") ? nil : .text(text)
        case .list: .text(list(text))
        case .number: number(text)
        case .percent: percent(text).map { .text($0) }
        case .money: money(text).map { .text($0) }
        case .day: Day(text).map { .text(day($0)) }
        case .verb: phrases.event(text).map { .text($0) }
        case .moment: Instant(text).map { .text(moment($0)) }
        }
    }

    /// `brand, color and size`, joined as the language joins.
    private func list(_ text: String) -> String { list(Self.parts(of: text)) }

    /// What stands in a list as the domain writes it: `brand, color and size`.
    static func parts(of list: String) -> [String] {
        list.replacing(" and ", with: ", ").split(separator: ", ").map(String.init)
    }

    /// Names joined as the language joins them, `Preise, Bestand und Fälle`.
    public func list(_ names: [String]) -> String {
        names.formatted(.list(type: .and, width: .narrow).locale(phrases.locale.formats))
    }

    /// A whole number chooses forms, and a number with decimals keeps them.
    private func number(_ text: String) -> Phrases.Value? {
        if let count = Int(text) { return .count(count) }
        return Self.figure(text).map { value, decimals in
            decimals == 0 ? .count(Int(value)) : .text(number(value, decimals: decimals))
        }
    }

    /// `61%`, `0.5 %`; `<1%`, `>99%`, "under 1%" and "over 99%" as they are said.
    private func percent(_ text: String) -> String? {
        if text == "under 1%" || text == "<1%" { return percent(0.001) }
        if text == "over 99%" || text == ">99%" { return percent(0.999) }
        guard text.hasSuffix("%"), let (value, decimals) = Self.figure(text.dropLast(text.hasSuffix(" %") ? 2 : 1))
        else { return nil }
        return (text.hasPrefix("+") ? "+" : "") + percent(value / 100, decimals: decimals)
    }

    /// `EUR 1,240.50` with its cents, `EUR 1,240` without.
    private func money(_ text: String) -> String? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let currency = Currency(String(parts[0])), let (value, decimals) = Self.figure(parts[1])
        else { return nil }
        var scale = 1.0
        for _ in 0..<currency.minorDigits { scale *= 10 }
        guard let units = Int64(exactly: (value * scale).rounded()) else { return nil }
        let amount = Money(minorUnits: units, currency)
        return decimals == 0 ? wholeMoney(amount) : money(amount)
    }

    /// A number as the domain writes it, with groups of three or without, and how many decimals it has.
    private static func figure(_ text: some StringProtocol) -> (value: Double, decimals: Int)? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let groups = (parts.first ?? "").drop { $0 == "-" || $0 == "+" }.split(
            separator: ",", omittingEmptySubsequences: false)
        guard parts.count <= 2, groups.dropFirst().allSatisfy({ $0.count == 3 }),
            (groups + parts.dropFirst()).allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
            let value = Double(String(text).replacing(",", with: ""))
        else { return nil }
        return (value, parts.count == 2 ? parts[1].count : 0)
    }
}
