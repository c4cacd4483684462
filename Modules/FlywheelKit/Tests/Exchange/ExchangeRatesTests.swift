import FlywheelKit
import Foundation
import Testing

private func currency(_ code: String) throws -> Currency { try #require(Currency(code)) }

private func day(_ month: Int, _ day: Int) throws -> Day { try #require(Day(year: 2026, month: month, day: day)) }

@Suite struct ExchangeRatesTests {
    private func rate(
        _ base: String, _ quote: String, _ month: Int, _ date: Int, _ rate: Double, _ source: String = "bank"
    )
        throws -> ExchangeRate
    {
        try #require(
            try ExchangeRate(
                base: currency(base), quote: currency(quote), day: day(month, date), rate: rate, source: source))
    }

    private func find(_ rates: [ExchangeRate], _ base: String, _ quote: String, on date: Int = 20) throws -> Conversion?
    {
        try ExchangeRates(rates, pivot: currency("EUR"))
            .conversion(from: currency(base), to: currency(quote), on: day(11, date))
    }

    @Test func thePublishedRateComesBeforeTheInverseAndTheInverseBeforeTheCross() throws {
        let cross = try [rate("USD", "EUR", 11, 20, 0.9), rate("EUR", "GBP", 11, 20, 0.85)]
        let inverse = try [rate("GBP", "USD", 11, 18, 1.25)]
        let direct = try [rate("USD", "GBP", 11, 14, 0.79)]
        #expect(try find(cross, "USD", "GBP")?.path == .cross(through: currency("EUR")))
        #expect(try find(cross, "USD", "GBP")?.digits == 76_500_000)
        #expect(try find(cross + inverse, "USD", "GBP")?.path == .inverse)
        #expect(try find(cross + inverse, "USD", "GBP")?.digits == 80_000_000)
        #expect(try find(cross + inverse + direct, "USD", "GBP")?.path == .direct)
        #expect(try find(cross + inverse + direct, "USD", "GBP")?.day == day(11, 14))
    }

    @Test func aCrossMayUseInverseLegsAndIsAsOldAsItsOlderLeg() throws {
        let rates = try [rate("EUR", "USD", 11, 20, 1.25), rate("EUR", "JPY", 11, 17, 160, "fixing")]
        let conversion = try #require(try find(rates, "USD", "JPY"))
        #expect(conversion.digits == 12_800_000_000)
        #expect(try conversion.day == day(11, 17))
        #expect(conversion.sources == ["bank", "fixing"])
    }

    @Test func theLatestRateWithinSevenDaysIsUsedAndNoneFromTheFuture() throws {
        let rates = try [
            rate("EUR", "USD", 11, 13, 1.1), rate("EUR", "USD", 11, 19, 1.2), rate("EUR", "USD", 11, 28, 1.3),
        ]
        #expect(try find(rates, "EUR", "USD", on: 20)?.digits == 120_000_000)
        #expect(try find(rates, "EUR", "USD", on: 18)?.digits == 110_000_000)
        #expect(try find(rates, "EUR", "USD", on: 26)?.digits == 120_000_000)
        #expect(try find(rates, "EUR", "USD", on: 27) == nil)
        #expect(try find(rates, "EUR", "USD", on: 12) == nil)
    }

    @Test func aMissingRateIsNoRateNeverOneToOne() throws {
        #expect(try find([], "USD", "EUR") == nil)
        #expect(try find([rate("USD", "GBP", 11, 20, 0.8), rate("GBP", "JPY", 11, 20, 190)], "USD", "JPY") == nil)
        #expect(try find([], "USD", "USD")?.path == .same)
    }

    @Test func ofTwoRatesOfADayTheLastGivenIsUsed() throws {
        let rates = try [rate("EUR", "USD", 11, 20, 1.1, "one"), rate("EUR", "USD", 11, 20, 1.2, "two")]
        #expect(try find(rates, "EUR", "USD")?.sources == ["two"])
    }

    @Test(arguments: [0, -1, .nan, .infinity, 1e-9, 1e12]) func whatIsNoRateIsRefused(_ value: Double) throws {
        #expect(
            try ExchangeRate(base: currency("EUR"), quote: currency("USD"), day: day(1, 1), rate: value, source: "")
                == nil)
        #expect(
            try ExchangeRate(base: currency("EUR"), quote: currency("EUR"), day: day(1, 1), rate: 1, source: "") == nil)
    }

    @Test func aKeptRateIsTheRateItWas() throws {
        let published = try rate("EUR", "USD", 11, 20, 1.08251234)
        func kept(_ hundredMillionths: Int64) -> ExchangeRate? {
            ExchangeRate(
                base: published.base, quote: published.quote, day: published.day, hundredMillionths: hundredMillionths,
                source: published.source)
        }
        #expect(kept(108_251_234) == published)
        #expect(kept(0) == nil)
    }

    @Test func minorUnitsOfBothCurrenciesAreRespected() throws {
        let rates = try [
            rate("USD", "JPY", 11, 20, 150), rate("USD", "KWD", 11, 20, 0.307), rate("KWD", "JPY", 11, 20, 488.6),
        ]
        func convert(_ minorUnits: Int64, _ base: String, _ quote: String) throws -> String? {
            try find(rates, base, quote)?.convert(Money(minorUnits: minorUnits, currency(base)))?.description
        }
        #expect(try convert(1_999, "USD", "JPY") == "JPY 2998")
        #expect(try convert(1_999, "USD", "KWD") == "KWD 6.137")
        #expect(try convert(1_000, "KWD", "JPY") == "JPY 489")
        #expect(try convert(-1_999, "USD", "USD") == "USD -19.99")
    }

    @Test func otherMoneyAndTooMuchMoneyAreRefused() throws {
        let conversion = try #require(try find([rate("USD", "JPY", 11, 20, 150)], "USD", "JPY"))
        #expect(conversion.convert(Money(minorUnits: 1, try currency("EUR"))) == nil)
        #expect(conversion.convert(Money(minorUnits: .max / 2, try currency("USD"))) != nil)
        #expect(conversion.convert(Money(minorUnits: .max, try currency("USD"))) == nil)
        let huge = try #require(try find([rate("USD", "KWD", 11, 20, 9e10)], "USD", "KWD"))
        #expect(huge.convert(Money(minorUnits: .max, try currency("USD"))) == nil)
    }

    @Test func aSmallRateHasAsManyDigitsAsALargeOne() throws {
        let dong = try #require(try find([rate("USD", "VND", 11, 20, 25_450)], "VND", "USD"))
        #expect(dong.rate == "0.000039292731" && dong.decimals == 12)
        let sum = try Money(minorUnits: 9_981_205_920, currency("VND"))
        #expect(dong.convert(sum)?.description == "USD 392188.84", "as 9,981,205,920 / 25,450")
        let crossed = try [rate("EUR", "IDR", 11, 20, 17_800), rate("EUR", "USD", 11, 20, 1.08)]
        #expect(try find(crossed, "IDR", "USD")?.rate == "0.000060674157")
        #expect(try find([rate("USD", "JPY", 11, 20, 9e10)], "JPY", "USD")?.rate == "0.000000000011111111")
        let tiny = try [rate("USD", "EUR", 11, 20, 1e-5), rate("EUR", "GBP", 11, 20, 1e-5)]
        #expect(try find(tiny, "USD", "GBP")?.rate == "0.0000000001")
        #expect(try find([rate("EUR", "USD", 11, 20, 1.25)], "USD", "EUR")?.decimals == 8)
    }

    @Test func theDayOfARateThatIsTooOldIsKnown() throws {
        let rates = try ExchangeRates([rate("EUR", "USD", 11, 1, 1.1)])
        let pair = (try currency("USD"), try currency("EUR"))
        #expect(try rates.conversion(from: pair.0, to: pair.1, on: day(11, 20)) == nil)
        #expect(try rates.lastDay(from: pair.0, to: pair.1, by: day(11, 20)) == day(11, 1))
        #expect(try rates.lastDay(from: pair.0, to: pair.1, by: day(10, 31)) == nil, "none from the future")
        #expect(try rates.lastDay(from: pair.0, to: currency("JPY"), by: day(11, 20)) == nil)
    }

    @Test(arguments: 1...60, ["USD", "JPY", "KWD"]) func conversionAgreesWithDecimalArithmetic(
        _ seed: Int, _ base: String
    ) throws {
        var random = SeededGenerator(seed: seed)
        let rates = try [rate(base, "EUR", 11, 20, .random(in: 0.0001...200, using: &random))]
        let conversion = try #require(try find(rates, base, "EUR"))
        let money = Money(minorUnits: .random(in: -1_000_000...1_000_000, using: &random), try currency(base))
        let exact =
            try #require(Decimal(string: money.amount)) * #require(Decimal(string: conversion.rate)) * 100
        func rounded(_ mode: NSDecimalNumber.RoundingMode) -> Decimal {
            var (value, result) = (exact, Decimal())
            NSDecimalRound(&result, &value, 0, mode)
            return result
        }
        for (side, mode) in [
            (Conversion.Side.nearest, NSDecimalNumber.RoundingMode.bankers), (.above, .up), (.below, .down),
        ] {
            let converted = try #require(conversion.convert(money, to: side))
            #expect(Decimal(converted.minorUnits) == rounded(mode), "\(side)")
        }
    }

    @Test func theCurrencyMostRatesNameIsCrossedThrough() throws {
        let rates = try ExchangeRates([rate("EUR", "USD", 11, 20, 1.25), rate("EUR", "GBP", 11, 20, 0.85)])
        #expect(try rates.pivot == currency("EUR"))
        #expect(
            ExchangeRates.none.conversion(from: try currency("USD"), to: try currency("GBP"), on: try day(11, 20))
                == nil)
    }

    @Test(arguments: [(79_000_000, "0.79"), (100_000_000, "1.00"), (12_812_345_678, "128.12345678"), (1, "0.00000001")])
    func aRateIsWrittenWithTheDecimalsItHas(hundredMillionths: Int64, text: String) throws {
        let rate = try #require(
            try ExchangeRate(
                base: currency("USD"), quote: currency("GBP"), day: day(11, 20), hundredMillionths: hundredMillionths,
                source: ""))
        #expect(
            ExchangeRates([rate]).conversion(from: rate.base, to: rate.quote, on: rate.day)?.rate == text)
    }
}
