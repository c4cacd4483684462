/// Words that passwords are made of which are tried first. A word with figures before or after it, with figures in the place
/// of letters, or followed by another of these words, is as common as the word itself.
enum CommonPasswords {
    static let words: Set<String> = [
        "access", "account", "admin", "administrator", "amazon", "amazing", "america", "andrea", "angel", "anthony",
        "apple", "arsenal", "asdf", "asdfgh", "ashley", "august", "austin", "autumn", "babygirl", "bailey", "banana",
        "baseball", "basketball", "batman", "beautiful", "berlin", "biteme", "blink", "buster", "butterfly", "changeit",
        "changeme", "charlie", "cheese", "chelsea", "chocolate", "christ", "christmas", "computer", "cookie",
        "corvette",
        "cowboy", "daniel", "december", "default", "demo", "diamond", "donald", "dragon", "ebay", "eminem", "facebook",
        "family", "february", "ferrari", "flower", "flywheel", "football", "forever", "freedom", "friday", "friend",
        "friends", "fuckyou", "george", "ginger", "google", "guest", "hallo", "hammer", "hannah", "harley", "heaven",
        "hello", "hockey", "house", "hunter", "iloveyou", "internet", "jackson", "january", "jasmine", "jennifer",
        "jessica", "jesus", "jordan", "joshua", "juventus", "killer", "kitten", "lastminute", "letmein", "liverpool",
        "login", "london", "loulou", "love", "lovely", "maggie", "manager", "market", "master", "matrix", "matthew",
        "melissa", "mercedes", "michael", "michelle", "monday", "monkey", "morgan", "mother", "mustang", "naruto",
        "nicole", "ninja", "november", "number", "october", "office", "oliver", "operator", "orange", "pass", "passe",
        "passwd", "passwort", "password", "pepper", "please", "pokemon", "princess", "private", "purple", "qazwsx",
        "qwer", "qwert", "qwerty", "qwertz", "rainbow", "ranger", "robert", "root", "samsung", "saturday", "schalke",
        "secret", "seller", "september", "server", "shadow", "snoopy", "soccer", "spring", "starwars", "summer",
        "sunday", "sunshine", "super", "superman", "support", "system", "taylor", "tennis", "test", "tester",
        "thomas", "thunder", "tigger", "trustno", "tuesday", "user", "vanessa", "welcome", "whatever", "william",
        "winter", "yamaha", "yellow", "zaq", "zxcvbn", "zxcvbnm", "contraseña", "hola", "geheim", "sommer", "fussball",
        "schatz", "lol", "abc", "xxx", "the", "my", "you", "me", "i", "one", "two", "new", "for", "qaz", "wsx",
    ]

    /// Whether the letters of a text are these words and nothing else, with no more than a few figures and signs between them.
    static func areAll(of text: String) -> Bool {
        let words = text.split { !$0.isLetter }
        return !words.isEmpty && words.count < 4 && words.allSatisfy { splits(Array($0)) }
    }

    /// Whether letters are at most three of these words, one after the other.
    private static func splits(_ letters: [Character]) -> Bool {
        // The fewest words that the letters up to each place can be cut into.
        var fewest: [Int?] = [0] + Array(repeating: nil, count: letters.count)
        for end in letters.indices.map({ $0 + 1 }) {
            for start in max(0, end - 14)..<end where words.contains(String(letters[start..<end])) {
                if let before = fewest[start] { fewest[end] = min(fewest[end] ?? .max, before + 1) }
            }
        }
        return (fewest[letters.count] ?? .max) <= 3
    }
}
