import FlywheelKit
import Testing

@testable import Suppressions

@Suite struct EnforcementTests {
    @Test(arguments: [
        ("CATALOG_ITEM_REMOVED", Enforcement.catalogRemoved), ("Catalog Item Removed", .catalogRemoved),
        ("Removed", .catalogRemoved), ("LISTING_SUPPRESSED", .listingSuppressed),
        ("Listing Suppressed", .listingSuppressed), ("SEARCH_SUPPRESSED", .searchSuppressed),
        ("Search Suppressed", .searchSuppressed), ("Suppressed", .searchSuppressed),
        ("ATTRIBUTE_SUPPRESSED", .attributeSuppressed), ("Attribute Suppressed", .attributeSuppressed),
        ("Quality Alert", .qualityAlert),
    ])
    func readsAStatusInAnyCaseAndSpelling(status: String, enforcement: Enforcement) {
        let spellings = [
            status, status.lowercased(), status.uppercased(), String(status.map { $0 == " " ? "_" : $0 }),
            " \(status) ",
        ]
        for spelling in spellings {
            #expect(Enforcement(reported: spelling) == enforcement, "\(spelling)")
        }
    }

    @Test(arguments: ["Zurückgehalten", "", "Active", "Suppressed?!x", "検索対象外"])
    func knowsNoOtherStatus(status: String) {
        #expect(Enforcement(reported: status) == nil)
    }

    @Test(arguments: [
        ("CATALOG_ITEM_REMOVED", "catalog-removed", 1.0), ("LISTING_SUPPRESSED", "listing-suppressed", 1),
        ("SEARCH_SUPPRESSED", "search-suppressed", 0.75), ("ATTRIBUTE_SUPPRESSED", "attribute-suppressed", 0),
        ("Quality Alert", "quality-alert", 0),
    ])
    func makesAFindingThatClaimsTheEnforcementsShare(status: String, kind: String, share: Double) throws {
        let found = findings(Line(status: status, code: "90220"))
        #expect(names(found) == ["0 \(kind) 90220"])
        let exposure = stage.exposure(of: try #require(found.first).evidence)
        #expect(exposure.loss == (share > 0 ? .dailyShare([share]) : .nothing))
        #expect(exposure.isActive(at: asOf))
        #expect(exposure.deadline == nil)
    }

    @Test func reportsAnUnknownStatusAsAnUnknownLossAndAsksAPerson() throws {
        let found = findings(Line(status: "Zurückgehalten", code: "90220"))
        #expect(names(found) == ["0 enforcement-unknown 90220"])
        let evidence = try #require(found.first).evidence
        #expect(evidence.reportedStatuses == ["Zurückgehalten"])
        #expect(stage.exposure(of: evidence).loss == .unknown("what the reported status takes is not known"))
        guard case .ask(let why) = stage.resolve(evidence).action else {
            Issue.record("expected a question, found \(stage.resolve(evidence).action)")
            return
        }
        #expect(why.contains("Zurückgehalten"))
    }

    @Test func keepsAnUnknownStatusApartFromAKnownOneOfTheSameCode() {
        let found = findings(
            Line(status: "Search Suppressed", code: "90220"), Line(status: "Zurückgehalten", code: "90220"))
        #expect(names(found) == ["0 enforcement-unknown 90220", "0 search-suppressed 90220"])
    }
}
