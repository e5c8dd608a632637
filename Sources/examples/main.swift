// Runs the example of one library's page. Usage: examples cel|jsonpath|jsonschema
switch CommandLine.arguments.dropFirst().first {
case "cel": runCELExample()
case "jsonpath": runJSONPathExample()
case "jsonschema": runJSONSchemaExample()
default: print("usage: examples cel|jsonpath|jsonschema")
}
