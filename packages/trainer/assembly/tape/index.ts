export { FIRST_FREE, stop } from "../meeting";
export { GELU } from "./activation";
export {
  ACTIVATE,
  ACTIVATION_SLOPE,
  ADD,
  CLEAR,
  INVERSE_ROOT,
  INVERSE_ROOT_SLOPE,
  PACK_RIGHT,
  PLACE,
  PRODUCT,
  PRODUCT_OF_COLUMNS,
  SCALE,
  SCATTER,
  SELECT,
  SOFTMAX,
  SOFTMAX_SLOPE,
  SUM_OF_COLUMNS,
  SUM_OF_ROWS,
  TIMES,
} from "./kernels";
export { BLOCK, plan, scratchBytes } from "./scratch";
export { execute, serve } from "./work";
