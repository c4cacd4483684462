import Foundation
import Testing

@testable import WebPages

/// Contrast by arithmetic over the style sheet's own tokens (WCAG 2.2, relative luminance and contrast ratio): tools that look
/// at pages judge neither text in pictures nor cells of one character.
@Suite struct ContrastTests {
    /// The light and the dark value of each token.
    static let tokens: [String: [Color]] = {
        let sheet = String(decoding: Asset.styleSheet.bytes, as: UTF8.self)
        let found = sheet.matches(of: #/--([a-z0-9-]+): light-dark\(#([0-9A-F]{6}), #([0-9A-F]{6})\);/#)
        return Dictionary(
            found.map { (String($0.output.1), [Color($0.output.2), Color($0.output.3)]) },
            uniquingKeysWith: { first, _ in first })
    }()

    struct Color {
        let luminance: Double

        init(_ digits: Substring) {
            let value = Int(digits, radix: 16) ?? 0
            func linear(_ channel: Int) -> Double {
                let share = Double(channel & 0xFF) / 255
                return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
            }
            luminance = 0.2126 * linear(value >> 16) + 0.7152 * linear(value >> 8) + 0.0722 * linear(value)
        }

        func contrast(with other: Color) -> Double {
            (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
        }
    }

    static let grounds = ["page", "surface", "raised"]
    static let states = [
        "predicted", "active", "claimed", "waiting", "verifying", "verified", "not-fixed", "stale", "unpriced",
    ]

    /// One colour in front of another.
    struct Pair: Sendable, CustomStringConvertible {
        let front: String
        let ground: String
        let least: Double

        /// Text needs 4.5 to 1 (1.4.3).
        static func text(_ front: String, on ground: String) -> Pair { Pair(front: front, ground: ground, least: 4.5) }

        /// What is no text needs 3 to 1 (1.4.11).
        static func shape(_ front: String, on ground: String) -> Pair { Pair(front: front, ground: ground, least: 3) }

        var description: String { "\(front) on \(ground)" }
    }

    static let pairs: [Pair] = {
        var pairs: [Pair] = []
        for ground in grounds {
            pairs += ["ink", "muted", "accent"].map { .text($0, on: ground) }
            pairs.append(.shape("strong-line", on: ground))
        }
        for state in states { pairs += [.text(state, on: "\(state)-tint"), .shape("\(state)-edge", on: "surface")] }
        for color in drawn { pairs += [.shape(color, on: "page"), .shape(color, on: "surface")] }
        for ground in ["band-80", "band-50", "left-out", "scale-1", "scale-2", "scale-3"] {
            pairs.append(.text("ink", on: ground))
        }
        for front in ["ink", "muted", "accent"] { pairs.append(.text(front, on: "selected")) }
        pairs += [.text("surface", on: "scale-4"), .text("surface", on: "scale-5"), .text("muted", on: "left-out")]
        pairs += [.text("on-accent", on: "accent"), .text("not-fixed", on: "surface"), .text("not-fixed", on: "page")]
        return pairs
    }()

    static let drawn = ["suppressions", "cases", "forecasting", "pricing", "inventory", "total", "taken"]

    @Test(arguments: pairs) func whatIsReadStandsOutFromItsGround(pair: Pair) throws {
        let (fronts, grounds) = (try #require(Self.tokens[pair.front]), try #require(Self.tokens[pair.ground]))
        for (scheme, colors) in zip(["light", "dark"], zip(fronts, grounds)) {
            let contrast = colors.0.contrast(with: colors.1)
            #expect(contrast >= pair.least, "\(pair), \(scheme): \(contrast)")
        }
    }

    @Test func theArithmeticIsThatOfTheGuidelines() {
        #expect(abs(Color("000000").contrast(with: Color("FFFFFF")) - 21) < 1e-9)
        #expect(abs(Color("767676").contrast(with: Color("FFFFFF")) - 4.54) < 0.005)
    }
}
