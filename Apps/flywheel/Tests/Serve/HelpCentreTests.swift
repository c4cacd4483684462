import FlywheelKit
import FlywheelWeb
import HTTPTypes
import Testing

@testable import flywheel

@Suite struct HelpCentreTests {
    private func ask(
        _ desk: Desk, _ address: String, _ headers: [String: String] = [:]
    ) throws -> Doorstep.Reply {
        try Doorstep(desk).ask(.get, address, as: nil, headers: headers)
    }

    @Test(arguments: ["public: true,", "public: false,", ""])
    func withoutASayInTheFileThereIsNoSuchDoor(word: String) throws {
        let desk = try Desk.withArticles(Desk.articleSettings.replacing("public: true,", with: word))
        #expect(try Doorstep(desk).routes.contains { $0.path.hasPrefix("/help-centre") } == (word == "public: true,"))
    }

    /// Nothing of an article for the desk: not by its name, its words, a link, or a search for what it says.
    @Test(arguments: [
        "/help-centre", "/help-centre?side=buyer", "/help-centre?words=canary", "/help-centre?words=refund",
        "/help-centre?language=de", "/help-centre/parcels", "/help-centre/fees", "/help-centre?words=50",
    ])
    func whatIsNotPublicShowsNowhere(address: String) throws {
        let desk = try Desk.withArticles()
        let text = try ask(desk, address).text
        for canary in ["Canary", "Refund canary", "limits", "50 EUR", "ann", "articles/"] {
            #expect(!text.contains(canary), "\(canary)")
        }
    }

    @Test func anArticleForTheDeskIsNotThereInAnyLanguage() throws {
        let desk = try Desk.withArticles()
        for address in ["/help-centre/limits", "/help-centre/limits?language=en", "/help-centre/none"] {
            let reply = try ask(desk, address)
            #expect(reply.status == 404 && !reply.text.contains("Canary"))
        }
        // One translation is public, the other is not.
        try desk.write(article: "limits", "Grenzen", language: "de")
        #expect(try ask(desk, "/help-centre/limits").text.contains("Grenzen"))
        for address in ["/help-centre", "/help-centre/limits", "/help-centre/limits?language=en"] {
            #expect(try !ask(desk, address).text.contains("anary"))
        }
    }

    @Test func whereNothingIsACustomerIsLedBack() throws {
        let reply = try ask(try Desk.withArticles(), "/help-centre/none", ["Accept-Language": "de"])
        #expect(reply.status == 404 && reply.text.contains("<a href=\"/help-centre\">Zur Übersicht</a>"))
        #expect(!reply.text.contains("/queue") && !reply.text.contains("Konto"))
    }

    @Test func whatIsNoLongerPublicIsGoneAtOnce() throws {
        let desk = try Desk.withArticles()
        let door = try Doorstep(desk)
        #expect(try door.ask(.get, "/help-centre?words=parcel", as: nil).text.contains("Where a parcel is"))
        try desk.write(article: "parcels", "Where a parcel is", isPublic: false)
        #expect(try !door.ask(.get, "/help-centre?words=parcel", as: nil).text.contains("Where a parcel is"))
        try desk.write(article: "parcels", "Where a parcel is")
        _ = try desk.write("broken", to: "articles/parcels-en.md")
        #expect(try !door.ask(.get, "/help-centre", as: nil).text.contains("Where a parcel is"))
    }

    @Test func everybodySeesItWithoutACookieAndMayKeepIt() throws {
        let desk = try Desk.withArticles()
        for path in ["/help-centre", "/help-centre/fees"] {
            let reply = try ask(desk, path)
            #expect(reply.status == 200 && reply.headers[.setCookie] == nil, "\(reply.text)")
            #expect(reply.headers[.cacheControl] == "public, max-age=30" && !reply.tag.isEmpty)
            #expect(try ask(desk, path, ["If-None-Match": reply.tag]).status == 304)
        }
    }

    @Test func articlesAreFoundBySideLanguageAndWords() throws {
        let desk = try Desk.withArticles()
        func titles(_ query: String, _ language: String = "en-US") throws -> [String] {
            let text = try ask(desk, "/help-centre\(query)", ["Accept-Language": language]).text
            return ["Where a parcel is", "Wo ein Paket ist", "What it costs"].filter(text.contains)
        }
        #expect(try titles("") == ["Where a parcel is", "What it costs"])
        #expect(try titles("?side=buyer") == ["Where a parcel is"])
        #expect(try titles("?side=seller") == ["What it costs"])
        #expect(
            try titles("?language=de") == ["Wo ein Paket ist", "What it costs"],
            "what is not there in it is read in another")
        #expect(try titles("", "de-DE") == ["Wo ein Paket ist", "What it costs"])
        #expect(try titles("?words=tracking") == ["Where a parcel is"])
        #expect(
            try titles("?words=Paketen") == ["Where a parcel is"],
            "what is found in another language is read in one's own")
        #expect(try titles("?words=tracking&language=de") == ["Wo ein Paket ist"])
        #expect(try titles("?words=where+is+my+parcel") == ["Where a parcel is"])
        #expect(try titles("?words=zebra") == [])
        #expect(try ask(desk, "/help-centre?words=zebra").text.contains("No article says that."))
        #expect(try ask(desk, "/help-centre?words=%3Cb%3E%22x").text.contains("value=\"&lt;b&gt;&quot;x\""))
    }

    @Test func anArticleSaysWhatItsFileSaysAndIsNoMarkup() throws {
        let desk = try Desk.withArticles()
        let page = try ask(desk, "/help-centre/parcels").text
        #expect(page.contains("<h1>Where a parcel is</h1>") && page.contains("<h2>Look</h2>"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !page.contains("<script>alert"))
        #expect(page.contains("<a href=\"/help-centre/fees?language=en\">fees</a>"))
        #expect(page.contains(", ours and "), "a link to what nobody may read is its words")
        #expect(page.contains("was to be reviewed by Nov 19, 2026"))
        #expect(page.contains("hreflang=\"de\">German</a>"))
        let fees = try ask(desk, "/help-centre/fees", ["Accept-Language": "de"]).text
        #expect(fees.contains("<td>8 %</td>") && fees.contains("<article dir=\"auto\" lang=\"en\">"))
        #expect(fees.contains("Richtlinie") && !fees.contains("sollte bis"))
    }

    @Test(arguments: [
        ("en-US", "Search"), ("de-DE", "Suche"), ("es-ES", "Buscar"), ("ja-JP", "検索"),
    ])
    func itSpeaksTheReadersLanguage(tag: String, words: String) throws {
        let desk = try Desk.withArticles()
        for address in ["/help-centre", "/help-centre/parcels"] {
            let asked = try ask(desk, address, ["Accept-Language": tag])
            #expect(
                asked.headers[.contentLanguage] == tag && !asked.text.contains(">articles."), "a message is missing")
        }
        #expect(try ask(desk, "/help-centre", ["Accept-Language": tag]).text.contains(words))
        #expect(try ask(desk, "/help-centre?language=\(tag)").text.contains(words))
    }
}
