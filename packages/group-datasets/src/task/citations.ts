import type { Citation } from "./family.ts";

/** Works that more than one family comes from. */

export const power: Citation = {
  title: "Power et al., Grokking: Generalization Beyond Overfitting on Small Algorithmic Datasets",
  reference: "arXiv:2201.02177",
};

export const tian: Citation = {
  title: "Tian, Provable Scaling Laws of Feature Emergence from Learning Dynamics of Grokking",
  reference: "arXiv:2509.21519",
};

export const chughtai: Citation = {
  title:
    "Chughtai et al., A Toy Model of Universality: Reverse Engineering how Networks Learn Group Operations",
  reference: "arXiv:2302.03025",
};

export const stander: Citation = {
  title: "Stander et al., Grokking Group Multiplication with Cosets",
  reference: "arXiv:2312.06581",
};

export const doshi: Citation = {
  title:
    "Doshi et al., To grok or not to grok: Disentangling generalization and memorization on corrupted algorithmic datasets",
  reference: "arXiv:2310.13061",
};

export const furuta: Citation = {
  title:
    "Furuta et al., Towards Empirical Interpretation of Internal Circuits and Properties in Grokked Transformers on Modular Polynomials",
  reference: "arXiv:2402.16726",
};

export const polynomials: Citation = {
  title: "Doshi et al., Grokking Modular Polynomials",
  reference: "arXiv:2406.03495",
};

export const fields: Citation = {
  title: "Lidl and Niederreiter, Finite Fields (Cambridge University Press, 1996)",
  reference: "doi:10.1017/CBO9780511525926",
};
