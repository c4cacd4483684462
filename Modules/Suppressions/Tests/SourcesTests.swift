import FlywheelKit
import Testing

@testable import Suppressions

/// Sources that say more or less of one issue.
@Suite struct SourcesTests {
    @Test func makesOneFindingOfARowWithoutReasonAndTheRowThatNamesIt() throws {
        let notification = Line(status: "SEARCH_SUPPRESSED")
        let row = Line(status: "Search Suppressed", reason: "Missing info", issue: "'[brand]' is required.")
        #expect(names(findings(notification)) == ["0 search-suppressed "])
        let both = findings(notification, row)
        #expect(names(both) == ["0 search-suppressed brand"])
        #expect(both[0].evidence.rows == 2 && both[0].evidence.reason == "Missing info")
        #expect(both[0].formerly == [""], "what stood without a name keeps its place")
        #expect(names(findings(notification, Line(status: "Listing Suppressed", code: "1"))).count == 2)
    }

    @Test func takesAnAlertThatSaysNothingMoreForAnyIssueOfTheListing() {
        let alert = Line(status: "quality alert")
        #expect(names(findings(alert, Line(status: "Suppressed", code: "1"))) == ["0 search-suppressed 1"])
        #expect(names(findings(alert)) == ["0 quality-alert "])
    }

    @Test func makesOneFindingOfAnAttributeAndTheNumberThatGoesWithIt() throws {
        let report = Line(status: "Search Suppressed", reason: "Missing info", issue: "'[brand]' is required.")
        let interface = Line(status: "SEARCH_SUPPRESSED", reason: "MISSING_ATTRIBUTE", code: "90220+brand")
        let both = findings(report, interface)
        #expect(names(both) == ["0 search-suppressed 90220+brand"])
        #expect(both[0].formerly == ["brand", ""])
        #expect(both[0].evidence.attributes == ["brand"])
        #expect(names(findings(report)) == ["0 search-suppressed brand"])
        let other = Line(status: "SEARCH_SUPPRESSED", code: "90220+color")
        #expect(names(findings(report, other)) == ["0 search-suppressed 90220+color", "0 search-suppressed brand"])
    }

    @Test func givesAFormerNameToOneIssueOfAKind() {
        let found = findings(
            Line(status: "Suppressed", code: "1"), Line(status: "Suppressed", code: "2"),
            Line(status: "Removed", code: "3"))
        #expect(found.map(\.formerly) == [[""], [""], []])
    }

    @Test(
        arguments: [
            ("END_DATE", nil, "offer-dates", IssueGroup.offerDates),
            ("REASONABLE_PRICE_NOT_SATISFIED", nil, "invalid-price", .price),
            ("NO_PRICE", nil, "missing-price", .price), ("NO_PRIMARY_IMAGE", nil, "missing-image", .image),
            (nil, "Your item is unpublished because the end date has passed.", "offer-dates", .offerDates),
            (nil, "There is no primary image for your item.", "missing-image", .image),
            (nil, "It violates one of our legal or compliance policies.", "compliance", .complianceRemoval),
            (nil, "No shipping information was set up.", "missing-attribute", .missingAttribute),
            (nil, "This reason is currently unavailable!", "", .other),
            ("SOMETHING_NEW", nil, "something_new", .other),
        ] as [(String?, String?, String, IssueGroup)])
    func readsWhyAnItemIsNotPublished(code: String?, issue: String?, name: String, group: IssueGroup) throws {
        let found = findings(Line(status: "UNPUBLISHED", issue: issue, code: code))
        #expect(names(found) == ["0 listing-suppressed \(name)"])
        #expect(found[0].evidence.group == group)
        #expect(stage.exposure(of: found[0].evidence).loss == .dailyShare([1]))
    }

    @Test func readsThoseSentencesBesideThoseStatusesOnly() {
        #expect(
            names(findings(Line(status: "Suppressed", issue: "There is no primary image.")))
                == ["0 search-suppressed "])
    }
}

/// What a listing's status says that no issue explains.
@Suite struct StatusTests {
    private func found(
        _ status: String, _ lines: Line..., stock: Int? = nil, quantity: Int? = nil, channel: String? = nil
    ) -> [Finding<SuppressionEvidence>] {
        var builder = report(lines)
        builder.set(Catalog.status, [status])
        builder.set(Stock.fulfillable, [stock])
        builder.set(Catalog.quantity, [quantity])
        builder.set(Catalog.channel, [channel])
        return detect(builder.build()).findings
    }

    @Test(arguments: [
        ("BUYABLE DISCOVERABLE", nil), ("Active", nil), ("Inactive", nil), ("DELETED", nil), ("", nil),
        ("PUBLISHED ACTIVE", nil), ("Blocked", nil), ("1: [discoverable]", "not-buyable"),
        ("NOT BUYABLE", "not-buyable"), ("DISCOVERABLE", "not-buyable"),
        ("buyable", "not-discoverable"),
    ])
    func findsWhatCannotBeBoughtOrFound(status: String, kind: String?) {
        #expect(found(status).map(\.kind.id) == [kind].compactMap(\.self))
    }

    @Test func losesAllOrWhatComesBySearch() {
        let losses = ["NOT BUYABLE", "BUYABLE"].map { stage.exposure(of: found($0)[0].evidence).loss }
        #expect(losses == [.dailyShare([1]), .dailyShare([0.75])])
    }

    @Test func leavesListingsWithoutStockToWhomeverLooksAfterStock() {
        #expect(found("NOT BUYABLE", stock: 0).isEmpty)
        #expect(found("NOT BUYABLE", quantity: 0, channel: "DEFAULT").isEmpty)
        #expect(found("NOT BUYABLE", quantity: 0, channel: "AMAZON_NA").count == 1, "no count of what Amazon ships")
        #expect(found("NOT BUYABLE", stock: 3).count == 1)
        #expect(found("BUYABLE", stock: 0).count == 1, "being out of stock hides nothing from search")
    }

    @Test func saysNothingThatAnIssueSaysAlready() {
        #expect(found("NOT BUYABLE", Line(status: "Removed", code: "1")).map(\.kind.id) == ["catalog-removed"])
        #expect(found("BUYABLE", Line(status: "Suppressed", code: "1")).map(\.kind.id) == ["search-suppressed"])
        #expect(found("NOT BUYABLE", Line(status: "Suppressed", code: "1")).count == 2)
        let exempt = Line(status: "Removed", code: "1", exemptUntil: asOf.advanced(byDays: 1))
        #expect(found("NOT BUYABLE", exempt).count == 2, "what is put off explains nothing yet")
    }
}
