import Testing

@testable import Statistics

@Suite struct SearchTests {
    @Test(arguments: [0.001, 0.02, 0.31, 0.5, 0.77, 0.999]) func sectionsFindTheLeastOfASmoothFunction(least: Double) {
        let found = SectionSearch.minimum(over: 0...1) { x in
            let off = x - least
            return off * off * (1 + 0.5 * off)
        }
        #expect(abs(found - least) < 1e-4)
    }

    @Test(arguments: [0, 0.001, 0.02, 0.15, 0.31, 0.5, 0.77, 0.92, 0.999, 1])
    func eightAndFourFindTheLeastOfASmoothFunction(least: Double) {
        func loss<Lanes: SIMD<Double>>(_ x: Lanes) -> Lanes {
            let off = x - least
            return off * off * (1 + 0.5 * off)
        }
        let found = SectionSearch.minimum(over: 0...1, coarsely: { loss($0) }, finely: { loss($0) })
        #expect(abs(found - least) < 1e-4, "\(found)")
    }

    @Test func eightAndFourStayWithinTheInterval() {
        #expect(abs(SectionSearch.minimum(over: 0.1...0.99, coarsely: { -$0 }, finely: { -$0 }) - 0.99) < 1e-12)
        #expect(abs(SectionSearch.minimum(over: 0.1...0.99, coarsely: { $0 }, finely: { $0 }) - 0.1) < 1e-12)
        let unknown = SectionSearch.minimum(over: 0...1, coarsely: { $0 * .nan }, finely: { $0 * .nan })
        #expect((0...1).contains(unknown))
    }

    @Test func sectionsStayWithinTheInterval() {
        #expect(SectionSearch.minimum(over: 0.1...0.99) { -$0 } > 0.985)
        let low = SectionSearch.minimum(over: 0.1...0.99) { $0 }
        #expect(low >= 0.1 && low < 0.105)
        #expect((0...1).contains(SectionSearch.minimum(over: 0...1) { $0 * .nan }))
    }

    @Test func theSimplexWalksACurvedValley() {
        let bound = SIMD8(repeating: 5.0)
        let search = NelderMead(lower: -bound, upper: bound, evaluations: 2000, tolerance: 1e-12)
        let found = search.minimum(from: SIMD8(-1.2, 1, 0, 0, 0, 0, 0, 0), steps: SIMD8(0.5, 0.5, 0, 0, 0, 0, 0, 0)) {
            p in
            let (steep, flat) = (p[1] - p[0] * p[0], 1 - p[0])
            return 100 * steep * steep + flat * flat
        }
        #expect(abs(found.point[0] - 1) < 1e-4 && abs(found.point[1] - 1) < 1e-4 && found.loss < 1e-8)
        #expect(found.point[2] == 0)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func theSimplexFindsCornersOfABox(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var slopes = SIMD8<Double>()
        for variable in 0..<4 {
            slopes[variable] = random.uniform() < 0.5 ? -1 - random.uniform() : 1 + random.uniform()
        }
        let search = NelderMead(lower: SIMD8(), upper: SIMD8(repeating: 1), evaluations: 2000, tolerance: 1e-9)
        let start = SIMD8(0.5, 0.5, 0.5, 0.5, 0, 0, 0, 0)
        let found = search.minimum(from: start, steps: SIMD8(0.2, 0.2, 0.2, 0.2, 0, 0, 0, 0)) { ($0 * slopes).sum() }
        for variable in 0..<4 { #expect(abs(found.point[variable] - (slopes[variable] < 0 ? 1 : 0)) < 1e-3) }
    }

    @Test func noFreeVariableLeavesTheStart() {
        let search = NelderMead(lower: SIMD8(), upper: SIMD8(repeating: 1))
        #expect(search.minimum(from: SIMD8(repeating: 0.25), steps: SIMD8()) { $0.sum() }.loss == 2)
    }
}
