import FlywheelKit
import Testing

@testable import Suppressions

@Suite struct FingerprintTests {
    @Test(arguments: [
        ("'[brand]' is required but not supplied.", ["brand"]),
        ("'[brand]' ist erforderlich, wurde aber nicht angegeben.", ["brand"]),
        ("'[brand]'は必須ですが、入力されていません。", ["brand"]),
        ("[Color] and [size] contradict each other, see [color]", ["color", "size"]),
        ("The value of 'item_name' is too long", ["item_name"]),
        ("Der Wert von „item_name“ ist zu lang", ["item_name"]),
        ("La valeur de « item_name » est trop longue", []),
        ("The value of 'marque' is missing", []),
        ("It isn't the maker's fault", []),
        ("[two words] [] [", []),
        ("brand]", []),
        ("", []),
    ])
    func readsTheAttributeThatNoTranslationTouches(text: String, attributes: [String]) {
        #expect(IssueName.attributes(in: text) == attributes)
    }

    @Test func staysTheSameWhenTheReportIsTranslated() {
        let english = findings(
            Line(status: "Search Suppressed", reason: "Missing info", issue: "'[brand]' is required but not supplied."),
            Line(status: "Search Suppressed", reason: "Image", issue: "The main image shows text."))
        let german = findings(
            Line(status: "SEARCH_SUPPRESSED", reason: "Fehlende Angaben", issue: "'[brand]' ist erforderlich."),
            Line(status: "SEARCH_SUPPRESSED", reason: "Bild", issue: "Das Hauptbild zeigt Text."))
        #expect(names(english) == ["0 search-suppressed ", "0 search-suppressed brand"])
        #expect(names(german) == names(english))
    }

    @Test func takesTheCodeBeforeTheAttributeBeforeTheReason() {
        let issue = "'[brand]' is required"
        #expect(
            names(findings(Line(status: "Suppressed", reason: "Missing info", issue: issue, code: " 90220 ")))
                == ["0 search-suppressed 90220"])
        #expect(
            names(findings(Line(status: "Suppressed", reason: "Missing info", issue: issue)))
                == ["0 search-suppressed brand"])
        #expect(
            names(findings(Line(status: "Suppressed", reason: "Missing info", issue: "Something is missing")))
                == ["0 search-suppressed missing-attribute"])
        #expect(
            names(findings(Line(status: "Suppressed", code: "Brand"))) == ["0 search-suppressed brand"])
    }

    @Test func numbersSeveralNamelessIssuesWhateverTheOrderOfTheFile() {
        let lines = [
            Line(status: "Suppressed", issue: "one", since: today),
            Line(status: "Suppressed", issue: "another", since: today.advanced(by: -2)),
            Line(status: "Quality Alert", issue: "one", since: today),
        ]
        let forward = detect(report(lines).build()).findings
        let backward = detect(report(lines.reversed()).build()).findings
        #expect(forward == backward)
        #expect(names(forward) == ["0 quality-alert ", "0 search-suppressed ", "0 search-suppressed #2"])
        #expect(forward[1].evidence.issue == "another")
    }

    @Test func makesOneFindingOfRowsThatGiveOneName() throws {
        let found = findings(
            Line(status: "Search Suppressed", issue: "[brand] is missing", since: today),
            Line(status: "Search Suppressed", issue: "[brand] is missing", since: today.advanced(by: -3)),
            Line(status: "Listing Suppressed", issue: "[brand] is missing"))
        #expect(names(found) == ["0 listing-suppressed brand"])
        let evidence = try #require(found.first).evidence
        #expect(evidence.rows == 3)
        #expect(evidence.since == today.advanced(by: -3))
        #expect(evidence.reportedStatuses == ["Listing Suppressed", "Search Suppressed"])
    }
}
