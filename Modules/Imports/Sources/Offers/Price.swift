/// An amount of money as a document states it, exact, with the code of its currency.
struct Price: Hashable {
    let amount: ExactDecimal
    let currency: String

    init(_ amount: ExactDecimal, _ currency: String) {
        self.amount = amount
        self.currency = currency
    }

    /// Reads `{"Amount": 12.5, "CurrencyCode": "USD"}` in any case of letters; the amount is a number or a text.
    init?(_ value: JSONValue?) {
        guard let value, let cell = value[anyCase: "amount"]?.cell,
            let amount = ExactDecimal(plain: cell.utf8.span, mark: UInt8(ascii: ".")),
            let currency = (value[anyCase: "currencyCode"] ?? value[anyCase: "currency"])?.cell
        else { return nil }
        self.init(amount, currency)
    }

    /// Reads an amount as a cell of a table has it.
    init?(_ cell: String?, _ currency: String) {
        guard let cell else { return nil }
        guard let amount = ExactDecimal(plain: cell.utf8.span, mark: UInt8(ascii: ".")) else { return nil }
        self.init(amount, currency)
    }

    /// What a buyer pays: the price and its shipping, less what is given back in points. Nil where they are in two
    /// currencies.
    func landed(shipping: Price?, points: Price?) -> Price? {
        var total = amount
        for (part, sign) in [(shipping, Int64(1)), (points, -1)] {
            guard let part else { continue }
            guard part.currency == currency, let sum = total.adding(part.amount, times: sign) else { return nil }
            total = sum
        }
        return total.unscaled < 0 ? nil : Price(total, currency)
    }

    /// As the cell of a column of money, its currency beside it.
    var cell: String { "\(amount) \(currency)" }
}

extension Price: Comparable {
    /// By amount; amounts in two currencies are put in some fixed order.
    static func < (left: Price, right: Price) -> Bool {
        guard left.currency == right.currency else { return left.currency < right.currency }
        return left.amount.adding(right.amount, times: -1).map { $0.unscaled < 0 } ?? false
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// The sum with a number or with its opposite; nil where it does not fit.
    func adding(_ other: ExactDecimal, times sign: Int64) -> ExactDecimal? {
        let scale = max(scale, other.scale)
        guard let one = units(decimals: scale), let two = other.units(decimals: scale) else { return nil }
        let (sum, overflows) = one.addingReportingOverflow(sign * two)
        return overflows ? nil : ExactDecimal(unscaled: sum, scale: scale)
    }

    /// The digits as they were written, with a point before decimals.
    package var description: String {
        let digits = String(unscaled.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        let sign = unscaled < 0 ? "-" : ""
        return scale == 0 ? sign + padded : "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
    }
}
