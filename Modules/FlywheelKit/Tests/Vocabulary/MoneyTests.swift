import FlywheelKit
import Testing

@Suite struct MoneyTests {
    @Test(
        arguments: [
            ("USD", 515_840, "5158.40"), ("USD", 1_999, "19.99"), ("USD", 5, "0.05"), ("USD", 0, "0.00"),
            ("USD", -5, "-0.05"), ("USD", -100, "-1.00"), ("JPY", 1_999, "1999"), ("JPY", -1, "-1"),
            ("KWD", 1_999, "1.999"), ("KWD", 7, "0.007"),
            ("USD", .max, "92233720368547758.07"), ("USD", .min, "-92233720368547758.08"),
        ] as [(String, Int64, String)])
    func anAmountHasTheDigitsOfItsCurrency(code: String, minorUnits: Int64, amount: String) throws {
        let money = Money(minorUnits: minorUnits, try #require(Currency(code)))
        #expect(money.amount == amount)
        #expect(money.description == "\(code) \(amount)")
    }

    @Test func moniesOfTwoCurrenciesHaveNoSum() throws {
        let (dollar, yen) = (try #require(Currency("USD")), try #require(Currency("JPY")))
        #expect(Money(minorUnits: 1, dollar).adding(Money(minorUnits: 1, yen)) == nil)
        #expect(Money.zero(dollar).adding(Money.zero(yen)) == nil)
    }

    @Test func aSumThatLeaves64BitsIsNone() throws {
        let dollar = try #require(Currency("USD"))
        #expect(Money(minorUnits: .max, dollar).adding(Money(minorUnits: 1, dollar)) == nil)
        #expect(Money(minorUnits: .min, dollar).adding(Money(minorUnits: -1, dollar)) == nil)
        #expect(Money(minorUnits: .max, dollar).adding(Money(minorUnits: .min, dollar))?.minorUnits == -1)
    }

    @Test(arguments: 1...20) func addingIsOrderlessAndZeroChangesNothing(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let dollar = try #require(Currency("USD"))
        let (one, other) = (
            Money(minorUnits: .random(in: -1_000_000...1_000_000, using: &random), dollar),
            Money(minorUnits: .random(in: -1_000_000...1_000_000, using: &random), dollar)
        )
        #expect(one.adding(other) == other.adding(one))
        #expect(one.adding(.zero(dollar)) == one)
    }
}
