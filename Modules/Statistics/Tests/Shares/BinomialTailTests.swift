import Foundation
import Statistics
import Testing

@Suite struct BinomialTailTests {
    @Test func oneInTwentyWhereOneInAHundredIsUsual() throws {
        // 0.99^20 and 20·0.01·0.99^19.
        let tail = try #require(BinomialTail(seeing: 1, of: 20, share: 0.01))
        #expect(abs(tail.below - 0.817907) < 1e-6)
        #expect(abs(tail.exactly - 0.165234) < 1e-6)
    }

    @Test func noneOfNone() throws {
        let tail = try #require(BinomialTail(seeing: 0, of: 0, share: 0.5))
        #expect(tail.below == 0 && tail.exactly == 1)
        #expect(BinomialTail(seeing: 0, of: 5, share: 0) == nil)
        #expect(BinomialTail(seeing: 0, of: 5, share: 1) == nil)
    }

    @Test(arguments: [(7, 0.3), (40, 0.02), (500, 0.5), (4_000, 0.1), (500, 0.9), (900, 0.55), (20_000, 0.99)])
    func allTogetherIsOne(trials: Int, share: Double)
        throws
    {
        let last = try #require(BinomialTail(seeing: trials, of: trials, share: share))
        #expect(abs(last.below + last.exactly - 1) < 1e-9)
    }

    /// By fractions of whole numbers: its own first term would be 1e-500.
    @Test func aLargeShareIsCountedFromItsFailures() throws {
        let tail = try #require(BinomialTail(seeing: 450, of: 500, share: 0.9))
        #expect(abs(tail.below - 0.462431) < 1e-6 && abs(tail.exactly - 0.059371) < 1e-6, "\(tail)")
        let failures = try #require(BinomialTail(seeing: 50, of: 500, share: 0.1))
        #expect(abs(tail.below + failures.below + failures.exactly - 1) < 1e-12)
    }

    /// The sum in logarithms, term by term, with factorials by lgamma: slow, and of another kind.
    @Test(arguments: [499, 501, 600, 5_000]) func theNormalCurveIsNear(expected: Int) throws {
        let (share, trials) = (0.05, expected * 20)
        for seen in stride(from: expected - 60, through: expected + 60, by: 30) {
            let exact = (0..<seen).reduce(0.0) { sum, k in
                let choose = lgamma(Double(trials) + 1) - lgamma(Double(k) + 1) - lgamma(Double(trials - k) + 1)
                return sum + exp(choose + Double(k) * log(share) + Double(trials - k) * log1p(-share))
            }
            let tail = try #require(BinomialTail(seeing: seen, of: trials, share: share))
            #expect(abs(tail.below - exact) < 0.004, "\(seen) of \(trials)")
        }
    }
}
