import Testing

@testable import Charts

/// Pictures that stand within a page.
@Suite struct PageChartTests {
    @Test func aRingFillsEachArcToItsShare() {
        let ring = RingChart([.init(share: 0.5), .init(share: nil), .init(share: 1, target: 0.8, isMarked: true)])
        let svg = ring.svg(description: "Two of three")
        // Three tracks, of which one is dashed, and two fillings.
        #expect(svg.components("<path").count == 5)
        #expect(svg.components("stroke-dasharray").count == 1)
        #expect(svg.components(Palette.marked.light).count == 2)
        #expect(svg.contains("role=\"img\" aria-label=\"Two of three\""))
        #expect(!svg.contains("nan"))
    }

    @Test func anArcIsAsLongAsItsShare() throws {
        let half = RingChart([.init(share: 0.5), .init(share: 0.25)]).svg(description: "")
        // A half turn less its gaps, 0.01 to 0.49, half filled, ends at a quarter: right of the centre.
        #expect(half.contains("A92 92 0 0 1 222 130\""))
    }

    @Test func aPanelLeavesGapsAndMarksWhatMayChange() {
        let svg = TrendPanel([1, nil, 3, 4], unsettled: [3], target: 2).svg(
            description: "", first: "Aug", last: "Nov")
        // The target and the run of two; the lonely first value is a dot, and the last a hollow one.
        #expect(svg.components("<polyline").count == 2)
        #expect(svg.components("<circle").count == 2)
        #expect(svg.contains("class=\"fill-surface stroke-accent\""), "a hollow dot is coloured anew on dark ground")
        #expect(svg.contains(">Aug<") && svg.contains(">Nov<") && svg.contains(">4<"))
    }

    @Test(arguments: [[], [nil], [0], [-2, -1], [5]] as [[Double?]]) func littleIsDrawnToo(values: [Double?]) {
        let svg = TrendPanel(values).svg(description: "", first: "", last: "")
        #expect(svg.contains("<svg") && !svg.contains("nan") && !svg.contains("inf"))
    }

    @Test func aGraphDrawsLinksThatAreThere() {
        let graph = LinkGraph(
            places: 3,
            links: [
                .init(from: 0, to: 1, level: 4), .init(from: 1, to: 0, level: 0), .init(from: 1, to: 2, level: nil),
                .init(from: 2, to: 0, level: 0, isMarked: true),
            ])
        let svg = graph.svg(description: "")
        #expect(svg.components("<polygon").count == 3)
        #expect(svg.contains("stroke-width=\"4\"") && svg.contains(">?<"))
        #expect(svg.components("stroke-dasharray").count == 2)
        #expect(!svg.contains("nan"))
    }

    @Test func whatItSaysIsNotTakenForMarkup() {
        let svg = LinkGraph(places: 1, links: []).svg(description: "a \"b\" <c>")
        #expect(svg.contains("aria-label=\"a &quot;b&quot; &lt;c&gt;\""))
    }
}

extension String {
    /// The text between occurrences of another, without what stands before the first.
    fileprivate func components(_ text: String) -> [Substring] {
        Array(self.split(separator: text, omittingEmptySubsequences: false).dropFirst())
    }
}
