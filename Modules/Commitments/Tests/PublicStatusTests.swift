import FlywheelKit
import FlywheelStore
import Foundation
import FoundationXML
import Testing

@testable import Commitments

@Suite struct PublicStatusTests {
    /// Two incidents, one of them over, and maintenance under way.
    private func scene() throws -> Scene {
        let scene = try Scene()
        _ = try scene.desk(1, by: "canary").announce(
            "New <disks> & more", text: "Disks.\nAnd \u{1B} \"cables\".", components: ["labels"],
            starts: Scene.hour(30), ends: Scene.hour(32))
        _ = try scene.desk(2, by: "canary").open("Slow", text: "Slow.", severity: .degraded, components: ["orders"])
        _ = try scene.desk(3, by: "canary").resolve(1, text: "Fast.")
        _ = try scene.desk(30, by: "canary").say(.begun, of: 1, text: "Begun.")
        _ = try scene.desk(31.25, by: "canary").open("Down", text: "Down.", severity: .major, components: ["orders"])
        return scene
    }

    @Test func componentsStandAsTheirWorstIncidentSays() throws {
        let status = try scene().status(31.5)
        #expect(status.standing(of: "orders") == .major && status.standing(of: "labels") == .maintenance)
        #expect(status.standing == .major)
        #expect(status.incidents.map(\.id) == ["B2", "B1"] && status.maintenance.map(\.id) == ["G1"])
        #expect(try scene().status(2.5).standing == .degraded)
        #expect(try scene().status(29).standing == .operational)
    }

    @Test func whatIsLongOverIsNotToldOf() throws {
        #expect(try scene().status(24 * 89).incidents.map(\.id) == ["B2", "B1"])
        #expect(try scene().status(24 * 91).incidents.map(\.id) == ["B2"])
    }

    @Test func theFeedIsAtom() throws {
        let scene = try scene()
        let names = FeedNames(key: try scene.store.identityKey())
        let xml = AtomFeed(try scene.status(33), names: names).xml
        let feed = FeedReader.read(xml)
        #expect(feed.faults == [], "\(xml)")
        #expect(feed.entries.map { $0["title"]?.first } == ["Down", "New <disks> & more", "Slow"])
        #expect(feed.entries[1]["content"]?.first?.contains("late\nIt was not done in time.") == true)
        #expect(feed.entries[1]["content"]?.first?.contains("And  \"cables\".") == true)
        #expect(feed.entries[0]["content"]?.first?.contains("update overdue") == true)
        #expect(feed.entries[0]["updated"] == ["\(Scene.hour(32.25))"])
        #expect(xml.contains("href=\"https://status.northwind.example/status/incidents/B2\""))
        #expect(!xml.contains("canary") && !xml.contains("\u{1B}"))
        #expect(AtomFeed(try scene.status(33), names: names).xml == xml)
    }

    @Test func idsOfAFeedLastAndAreNoOtherStores() throws {
        let scene = try scene()
        let names = FeedNames(key: try scene.store.identityKey())
        func ids(_ names: FeedNames, _ hours: Double) throws -> [String] {
            let feed = FeedReader.read(AtomFeed(try scene.status(hours), names: names).xml)
            return (feed.feed["id"] ?? []) + feed.entries.flatMap { $0["id"] ?? [] }
        }
        let now = try ids(names, 33)
        #expect(try Set(now).count == 4 && Set(now).isSuperset(of: ids(names, 2)))
        #expect(try Set(now).isDisjoint(with: ids(FeedNames(key: [1, 2, 3]), 33)))
        for id in now {
            #expect(
                id.wholeMatch(of: #/urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/#)
                    != nil)
        }
    }

    @Test func aFeedOfNothingIsAFeed() throws {
        let xml = AtomFeed(try Scene("").status(0), names: FeedNames(key: [1])).xml
        #expect(FeedReader.read(xml).faults == [] && FeedReader.read(xml).entries.isEmpty)
    }
}

/// Reads a feed and says what RFC 4287 forbids of it.
private final class FeedReader: NSObject, XMLParserDelegate {
    var feed: [String: [String]] = [:]
    var entries: [[String: [String]]] = []
    var faults: [String] = []
    private var path: [String] = []
    private var text = ""

    static func read(_ xml: String) -> FeedReader {
        let reader = FeedReader()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.shouldProcessNamespaces = true
        parser.delegate = reader
        if !parser.parse() { reader.faults.append("not well-formed: \(String(describing: parser.parserError))") }
        reader.check(reader.feed, "feed")
        if reader.feed["author"]?.count != 1 { reader.faults.append("feed: author") }
        for entry in reader.entries { reader.check(entry, "entry") }
        return reader
    }

    /// Elements that stand once (4.1.1, 4.1.2), dates (3.3), and ids (4.2.6).
    private func check(_ found: [String: [String]], _ name: String) {
        for element in ["id", "title", "updated"] where found[element]?.count != 1 {
            faults.append("\(name): \(found[element]?.count ?? 0) \(element)")
        }
        for date in (found["updated"] ?? []) + (found["published"] ?? []) where Instant(date) == nil {
            faults.append("\(name): \(date) is no date")
        }
        if found["id"]?.first?.hasPrefix("urn:uuid:") != true { faults.append("\(name): id") }
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if namespaceURI != "http://www.w3.org/2005/Atom" {
            faults.append("\(element) is of \(namespaceURI ?? "nothing")")
        }
        if element == "entry" { entries.append([:]) }
        if element == "link", attributes["href"]?.hasPrefix("/") != true,
            attributes["href"]?.hasPrefix("https:") != true
        {
            faults.append("link: \(attributes)")
        }
        path.append(element)
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
    ) {
        path.removeLast()
        if path == ["feed"], element != "entry" { feed[element, default: []].append(text) }
        if path == ["feed", "entry"] { entries[entries.count - 1][element, default: []].append(text) }
    }
}
