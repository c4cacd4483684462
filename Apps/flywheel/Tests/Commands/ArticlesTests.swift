import FlywheelKit
import Testing

@testable import flywheel

@Suite struct ArticlesTests {
    @Test func thoseWhoseReviewIsOverdueComeFirst() throws {
        let desk = try Desk.withArticles()
        let run = desk.run("articles", "--format", "csv", "--fields", "id,language,isOverdue")
        #expect(
            run.output.split(whereSeparator: \.isNewline).map(String.init) == [
                "id,language,isOverdue", "parcels,en,true", "fees,en,false", "limits,en,false", "parcels,de,false",
            ], "\(run.errors)")
        let table = desk.run("articles", "--format", "table", isTerminal: true).output
        #expect(table.contains("overdue since Thu 19") && table.contains("by 31 Jan 2027"), "\(table)")
        #expect(table.contains("the desk") && table.contains("everybody"))
    }

    @Test func aDayIsOverTheDayAfter() throws {
        let desk = try Desk.withArticles()
        #expect(
            desk.run("articles", "--as-of", "2026-11-19", "--format", "json").output.contains(#""isOverdue":true"#)
                == false)
    }

    @Test func wordsAreSearchedInEveryForm() throws {
        let desk = try Desk.withArticles()
        #expect(
            desk.run("articles", "--search", "tracking parcel", "--fields", "id", "--format", "csv").output.contains(
                "parcels"))
        #expect(
            desk.run("articles", "--search", "zebra", "--format", "table").output.contains("No article says \"zebra\""))
    }

    @Test func anArticleIsShownInALanguage() throws {
        let desk = try Desk.withArticles()
        let english = desk.run("articles", "show", "parcels").output
        #expect(
            english.contains("Parcels are tracked") && english.contains("review overdue since Thu 19, by ann"),
            "\(english)")
        #expect(desk.run("articles", "show", "parcels", "--language", "de").output.contains("Pakete werden verfolgt."))
        let french = desk.run("articles", "show", "parcels", "--language", "fr")
        #expect(french.exit == .unknown && french.errors.contains("but in de, en"), "\(french.errors)")
        let unknown = desk.run("articles", "show", "parcel")
        #expect(unknown.exit == .unknown && unknown.errors.contains(#"did you mean "parcels"?"#), "\(unknown.errors)")
    }

    @Test func aFileThatIsWrongIsNamedAndKeepsNothingElseFromItsWork() throws {
        let desk = try Desk.withArticles()
        _ = try desk.write("---\nid: fees\nside: byer\n---\n", to: "articles/wrong.md")
        let run = desk.run("articles", "--format", "json")
        #expect(run.exit == .waits && run.errors.contains("wrong.md: title is left out"), "\(run.errors)")
        #expect(run.output.contains(#""file":"wrong.md","line":null"#))
        let doctor = desk.run("doctor", "--format", "table")
        #expect(doctor.exit == .waits && doctor.output.contains("wrong.md: title is left out"), "\(doctor.output)")
        #expect(desk.run("case", "C1").exit == .done)
    }

    @Test func withoutAFolderThereAreNone() throws {
        let desk = try Desk.withCases()
        let run = desk.run("articles", "--format", "table")
        #expect(run.exit == .done && run.output.contains("names no folder"))
        #expect(!desk.run("doctor", "--format", "json").output.contains(#""check":"articles""#))
        #expect(desk.run("case", "C1", "--format", "json").output.contains(#""articles":[]"#))
        _ = try desk.write("articles: {folder: nowhere}\n", to: "flywheel.yaml")
        #expect(desk.run("articles").errors.contains("nowhere: there is no such folder"))
        #expect(desk.run("cases").exit == .done)
    }

    @Test func theConfigurationSaysWhereItIsWrong() throws {
        let desk = try Desk.withCases("currency: USD\narticles:\n  folder: articles\n  publik: true\n")
        let run = desk.run("cases")
        #expect(
            run.exit == .failed && run.errors.contains("articles.publik") && run.errors.contains(":4:3"),
            "\(run.errors)")
    }

    // MARK: At a case

    @Test func aCaseOffersWhatIsForItsSideAboutItsIntentInItsLanguage() throws {
        let desk = try Desk.withArticles()
        #expect(desk.run("cases", "label", "C1", "--intent", "where-is-my-order").exit == .done)
        let text = desk.run("case", "C1").output
        #expect(text.contains("Canary of the desk (limits)"), "\(text)")
        #expect(text.contains("Where a parcel is (parcels), in en, review overdue since Thu 19"), "\(text)")
        #expect(!text.contains("What it costs"))
        #expect(desk.run("cases", "label", "C1", "--intent", "fee-question").exit == .done)
        let fees = try JSON(reading: desk.run("case", "C1", "--format", "json").output)
        let side = fees["side"]
        guard case .array(let offered) = fees["articles"] else { return #expect(Bool(false)) }
        #expect(offered.compactMap { $0["id"] } == (side == "buyer" ? [] : ["fees"]), "\(side ?? .null)")
    }

    @Test func theCasesPageOffersThemToo() throws {
        let desk = try Desk.withArticles()
        _ = desk.run("cases", "label", "C1", "--intent", "where-is-my-order")
        let page = try PageDoor(desk).get("/cases/C1").text
        #expect(page.contains("Articles that may help") && page.contains("href=\"/articles/parcels?language=en\""))
        #expect(page.contains("overdue since") && page.contains("href=\"/articles/limits?language=en\""))
        let none = try PageDoor(desk).get("/cases/C3").text
        #expect(!none.contains("Articles that may help"))
    }

    @Test(arguments: ["en", "de", "es", "ja"]) func theDeskReadsThemAll(language: String) throws {
        let door = try PageDoor(try Desk.withArticles())
        for address in ["/articles", "/articles?search=parcel", "/articles/limits", "/articles/parcels?language=de"] {
            let page = door.get(address, in: language)
            #expect(page.status == 200 && !page.text.contains(">articles."), "\(address)")
            #expect(page.text.contains("flywheel articles"))
        }
        #expect(door.get("/articles").text.contains("4 articles, 1 overdue for review"))
        #expect(door.get("/articles/parcels").text.contains("href=\"/help-centre/parcels?language=en\""))
        #expect(!door.get("/articles/limits").text.contains("/help-centre"))
        #expect(door.get("/articles/none").status == 404)
        #expect(door.get("/cases").text.contains("href=\"/articles\""))
    }

    // MARK: Told

    @Test func doctorTellsOfReviewsAndOfIntentsThatNothingNames() throws {
        let desk = try Desk.withArticles()
        let doctor = desk.run("doctor", "--format", "table", "--width", "400").output
        #expect(doctor.contains("1 review overdue, of parcels with ann since 2026-11-19"), "\(doctor)")
        #expect(!doctor.contains("which no rule"), "\(doctor)")
        try desk.write(article: "late", "Late", intents: "[where-is-my-oder]")
        let strange = desk.run("doctor", "--format", "table", "--width", "400").output
        #expect(
            strange.contains(
                #"late-en.md is for "where-is-my-oder", which no rule, suggestion or closed case names; did you mean "where-is-my-order"?"#
            ),
            "\(strange)")
        try desk.write(article: "late", "Late")
        try desk.write(article: "parcels", "Where a parcel is")
        #expect(desk.run("doctor", "--format", "json").output.contains(#""finding":"5 articles""#))
    }

    @Test func theWeekTellsOfOverdueReviews() throws {
        let desk = try Desk.rotated()
        #expect(!desk.run("weekly", "--format", "table").output.contains("Articles"))
        _ = try desk.write("articles: {folder: articles}\n", to: "flywheel.yaml")
        try desk.write(article: "parcels", "Parcels")
        #expect(desk.run("weekly", "--format", "table").output.contains("none is overdue for review"))
        try desk.write(article: "parcels", "Parcels", reviewBy: "2026-11-01")
        let weekly = desk.run("weekly", "--format", "table").output
        #expect(weekly.contains("1 overdue for review (parcels)") && weekly.contains("flywheel articles"), "\(weekly)")
        let page = try PageDoor(desk).get("/today/weekly", in: "de").text
        #expect(page.contains("Artikel") && page.contains("1 mit überfälliger Prüfung (parcels)"), "\(page)")
        #expect(page.contains("href=\"/articles\""))
    }
}
