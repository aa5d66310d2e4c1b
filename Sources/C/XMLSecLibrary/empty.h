// SPDX-License-Identifier: Apache-2.0

// Only for its flags: the headers are included in CXMLSec, behind defines that SwiftPM would drop.
