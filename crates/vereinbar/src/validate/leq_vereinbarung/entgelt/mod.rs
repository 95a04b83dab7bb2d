//! What Part III agrees on: each kind of Entgelt, its costs, and what is paid beside it.

pub(super) mod abwesenheit;
pub(super) mod einzelentgelt;
pub(super) mod entgeltvereinbarung;
pub(super) mod fachleistungsstunde;
pub(super) mod investition;
pub(super) mod kosten;
pub(super) mod pauschale;
pub(super) mod schritt;
pub(super) mod stellen;
pub(super) mod tagessatz;
