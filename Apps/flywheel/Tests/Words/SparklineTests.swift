import Testing

@testable import flywheel

@Suite struct SparklineTests {
    @Test func heightsAreInProportion() {
        #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7], isASCII: false) == "▁▂▃▄▅▆▇█")
        #expect(Sparkline.text([7, 3.4, 0], isASCII: true) == "841")
    }

    @Test func whatIsUnknownIsADotAndNotTheLeast() {
        #expect(Sparkline.text([nil, 1, nil], isASCII: false) == "·█·")
        #expect(Sparkline.text([nil, 0], isASCII: true) == ".1")
        #expect(Sparkline.text([], isASCII: false) == "")
    }

    @Test func belowZeroIsBelowZero() {
        #expect(Sparkline.text([-7, 0, 7], isASCII: true) == "158")
    }
}
