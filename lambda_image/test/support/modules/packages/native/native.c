typedef void *value;
int napi_create_double(void *, double, value *);
int napi_set_named_property(void *, value, const char *, value);
__attribute__((visibility("default"))) value napi_register_module_v1(void *env, value exports) {
  value answer;
  napi_create_double(env, 42, &answer);
  napi_set_named_property(env, exports, "answer", answer);
  return exports;
}
