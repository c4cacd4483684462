#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Statistics
import Testing

@Suite("How rare a large number is") struct TailRarityTests {
    @Test func withinWhatWasSeenItIsTheShareOfNumbersAsLarge() {
        var tail = TailRarity()
        for number in 1...1_000 { tail.add(number == 500 ? 4_000 : number < 990 ? 1 : 2_000) }
        // Eleven of 2,000 and one of 4,000.
        #expect(tail.rarity(of: 3_000) == log(1_001.0 / 2))
        #expect(tail.rarity(of: 2_000) == log(1_001.0 / 13))
        #expect(tail.rarity(of: 0.5) == 0)
    }

    /// With nothing learned of the tail but equal numbers, its index is 10 · 0.3 over ten and how many there are.
    @Test func beyondTheLargestItFallsAsAPower() {
        var tail = TailRarity()
        for _ in 0..<100 { tail.add(1) }
        let index = (3 + 100 * log((1 + 33.0 / 32) / 2)) / 110
        #expect(abs(tail.rarity(of: 8) - (log(101) + log(8) / index)) < 1e-12)
    }

    @Test func nothingIsRareBeforeTwentyAreSeen() {
        var tail = TailRarity()
        for _ in 0..<19 { tail.add(1) }
        #expect(tail.rarity(of: 1e6) == 0)
        tail.add(1)
        #expect(tail.rarity(of: 1e6) > 0)
    }

    /// Numbers drawn alike reach a rarity r in a share e^-r of cases at most, but for what the power beyond the largest is
    /// off by.
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func raritiesMeanTheSameWhateverIsCounted(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let draws: [(inout SplitMix64) -> Double] = [
            { abs($0.normal()) }, { $0.gamma(0.3) }, { exp(2 * $0.normal()) }, { Double($0.poisson(4)) },
        ]
        for draw in draws {
            var tail = TailRarity()
            var (four, six) = (0, 0)
            for _ in 0..<50_000 {
                let number = draw(&random)
                let rarity = tail.rarity(of: number)
                tail.add(number)
                if rarity >= 4 { four += 1 }
                if rarity >= 6 { six += 1 }
            }
            #expect(four < Int(50_000 * exp(-4) * 1.2), "seed \(seed)")
            #expect(six < Int(50_000 * exp(-6) * 1.4), "seed \(seed)")
        }
    }

    /// A million and more numbers are still counted, and the upper part is found again after each halving.
    @Test func oldNumbersFade() {
        var tail = TailRarity()
        for number in 0..<1_100_000 { tail.add(number % 1_000 == 0 ? 64 : 1) }
        let rarity = tail.rarity(of: 64)
        #expect(abs(rarity - log(1_000)) < 0.01)
    }

    /// What was as large once alone, a million numbers ago, is rare again.
    @Test func theLargestIsForgottenInTime() {
        var (tail, plain) = (TailRarity(), TailRarity())
        tail.add(1_000)
        plain.add(1)
        for number in 1..<1_100_000 {
            tail.add(number % 1_000 == 0 ? 64 : 1)
            plain.add(number % 1_000 == 0 ? 64 : 1)
        }
        #expect(abs(tail.rarity(of: 900) - plain.rarity(of: 900)) < 0.2)
    }
}
