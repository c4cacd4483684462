import People
import Testing

@testable import flywheel

@Suite struct PlanPagesTests {
    @Test func everyPageOfPlanningAnswersOutOfAStore() throws {
        let door = try PageDoor(try Desk.rotated())
        for address in ["/plan/orders", "/plan/stock", "/plan/forecast", "/plan/prices"] {
            let page = door.get(address)
            #expect(page.status == 200, "\(address)")
            #expect(page.text.contains("The same in a terminal"), "\(address)")
            #expect(page.text.contains("href=\"/api/v1/"), "\(address)")
        }
        #expect(door.get("/plan").location == "/plan/orders")
        let list = door.get("/plan/forecast").text
        let start = try #require(list.firstRange(of: "href=\"/plan/forecast/"))
        let address = "/plan/forecast/" + list[start.upperBound...].prefix { $0 != "\"" }
        let page = door.get(address)
        #expect(page.status == 200)
        #expect(page.text.contains("How much will sell?"))
        #expect(
            page.text.contains(#/<h1[^>]*>[A-Z0-9\/-]+ [A-Z][a-z]/#), "the name of the product stands beside its SKU")
        #expect(page.text.contains("What it rests on"))
        #expect(door.get("/plan/forecast?q=no-such-sku").text.contains("No listing has such a SKU."))
        #expect(door.get("/plan/forecast/northwind/US/no-such-sku").status == 404)
    }

    @Test func everyPictureOfStockSaysInWordsWhetherAnOrderComesInTimeOnOneScale() throws {
        let page = try PageDoor(try Desk.rotated()).get("/plan/stock").text
        let figure = #/role="img" aria-label="([^"]*)">\n(.*?)<p class="muted">(.*?)<\/p>/#.dotMatchesNewlines()
        let pictures = page.matches(of: figure)
        #expect(pictures.count > 1)
        for picture in pictures {
            let words = picture.1
            #expect(words.contains(#/^(Yes: |No: |Perhaps: up to )[0-9]/#) && words.contains(". Ordered today it "))
            #expect(picture.3.contains(words.prefix(40)), "what is heard is read as well")
            #expect(words.contains("(passed)") == picture.2.contains("order by: passed"))
        }
        let ends = pictures.map { $0.2.matches(of: #/x="100%" y="174"[^>]*>([^<]*)</#).map { String($0.1) } }
        #expect(Set(ends).count == 1 && ends[0].count == 1, "\(ends)")
    }

    @Test func aChangeIsDecidedByItselfAndNeverTickedBefore() throws {
        let desk = try Desk.rotated()
        let ids = try desk.proposed()
        let door = try PageDoor(desk)
        let page = door.get("/plan/prices").text
        #expect(!page.contains("checked"))
        #expect(page.contains("action=\"/plan/prices/\(ids[0])/approve\""))
        #expect(!page.contains("Show all changes"))
        let one = door.get("/plan/prices?state=any&limit=1").text
        let all = try #require(
            one.firstMatch(of: #/href="(\/plan\/prices\?state=any&amp;limit=\d+)">Show all changes/#)
        ).1
        #expect(door.get(String(all).replacing("&amp;", with: "&")).text.contains("\(ids[1])"))
        #expect(!door.get("/plan/prices", as: .operator).text.contains("/approve\""))
        #expect(door.post("/plan/prices/\(ids[0])/refuse", "reason-\(ids[0])=Too%20Low").status == 409)
        #expect(door.post("/plan/prices/\(ids[0])/refuse", "reason-\(ids[0])=too-low", as: .operator).status == 403)
        #expect(door.post("/plan/prices/\(ids[0])/refuse", "reason-\(ids[0])=too-low").status == 303)
        #expect(door.get("/plan/prices").text.contains("Refused \(ids[0])."))
        #expect(door.get("/plan/prices?state=refused").text.contains("too-low"))
        #expect(door.post("/plan/prices/\(ids[0])/refuse", "reason-\(ids[0])=too-low").status == 409)
        #expect(door.post("/plan/prices/\(ids[1])/approve", "value-\(ids[1])-brand=Acme").status == 303)
    }

    @Test func aStoreWithoutARotationSaysWhatToDo() throws {
        let door = try PageDoor(try Desk.withCases())
        for address in ["/plan/orders", "/plan/stock", "/wheel"] {
            let page = door.get(address)
            #expect(page.status == 200, "\(address)")
            #expect(page.text.contains("flywheel rotate"), "\(address)")
        }
    }
}
