import Crypto
import FlywheelStore

/// SHA-256 for naming contents by their bytes.
public enum SHA {
    /// The digest of a text, in hexadecimal.
    public static func hexadecimal(of text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).hexadecimal
    }
}
