// Only for its flags: the headers are included in CXMLSec, behind defines that SwiftPM would drop.
