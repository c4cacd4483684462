import Assessment
import Testing

@Suite struct MetricDictionaryTests {
    @Test(arguments: Metric.allCases) func everyMetricSaysAllThatIsNeededToDoubtIt(metric: Metric) {
        let meaning = metric.definition
        let texts = [
            meaning.title, meaning.question, meaning.formula, meaning.scope, meaning.window, meaning.unit.rawValue,
            meaning.currency, meaning.censoring, meaning.trigger, meaning.source, meaning.caveat,
        ]
        #expect(texts.allSatisfy { text in text.count > 2 && text.first?.isWhitespace == false })
        #expect(meaning.question.hasSuffix("?"))
        #expect(!meaning.beside.contains(metric), "a metric does not stand beside itself")
    }

    @Test func everyKeyAndTitleNamesOneMetric() {
        #expect(Set(Metric.allCases.map(\.rawValue)).count == Metric.allCases.count)
        #expect(Set(Metric.allCases.map(\.definition.title)).count == Metric.allCases.count)
        #expect(Metric.allCases.allSatisfy { $0.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" } })
    }

    @Test(arguments: Metric.allCases) func onlyMoneyHasACurrencyRule(metric: Metric) {
        let meaning = metric.definition
        #expect(meaning.unit.isMoney == (meaning.currency != "no money enters"))
    }
}
