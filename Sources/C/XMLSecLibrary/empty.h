// SPDX-License-Identifier: Apache-2.0

// This target exists only for its flags: CXMLSec includes the headers, behind defines that SwiftPM would drop.
